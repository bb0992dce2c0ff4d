package org.posescope.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where the file of a model comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Origin.NpmPackage.class, name = "npm"),
    @JsonSubTypes.Type(value = Origin.NpmGraph.class, name = "npm-tensorflowjs"),
    @JsonSubTypes.Type(value = Origin.BringYourOwn.class, name = "bring-your-own"),
    @JsonSubTypes.Type(value = Origin.Checkpoint.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = Origin.Imported.class, name = "imported"),
    @JsonSubTypes.Type(value = Origin.LocalFile.class, name = "local-file")})
public sealed interface Origin {
    /** The npm package that the program fetches it from, as {@code name@version}; empty where it comes from elsewhere. */
    default Optional<String> npmPackage() {
        return Optional.empty();
    }

    /**
     * A file, or a byte range of one, inside an npm package that ships it.
     *
     * @param name    package name, for example {@code @mediapipe/pose}
     * @param version exact
     * @param path    inside the package folder
     * @param offset  first byte
     * @param length  bytes, or -1 for all to the end
     */
    record NpmPackage(@JsonProperty(required = true) String name, @JsonProperty(required = true) String version,
            @JsonProperty(required = true) String path, @JsonProperty(required = true) long offset,
            @JsonProperty(required = true) long length) implements Origin {
        public NpmPackage {
            NpmNames.require(name, version);
            if (path == null || path.isBlank()) {
                throw new IllegalArgumentException("a path inside the package is needed");
            }
            if (offset < 0 || length < -1 || length == 0) {
                throw new IllegalArgumentException("not a byte range: offset " + offset + ", length " + length);
            }
        }

        /** As the npm client takes it: {@code name@version}. */
        public String coordinates() {
            return name + "@" + version;
        }

        @Override
        public Optional<String> npmPackage() {
            return Optional.of(name + "@" + version);
        }
    }

    /**
     * A graph model of TensorFlow.js inside an npm package, which is converted when it is installed.
     *
     * @param name    package name
     * @param version exact
     * @param files   the JSON file first, then those of its weights
     * @param outputs operations whose results the program reads, by the names that it gives to them; none where it reads the graph's own
     *                outputs
     */
    record NpmGraph(@JsonProperty(required = true) String name, @JsonProperty(required = true) String version,
            @JsonProperty(required = true) List<PackagedFile> files,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> outputs) implements Origin {
        public NpmGraph {
            NpmNames.require(name, version);
            if (files == null || files.size() < 2) {
                throw new IllegalArgumentException("a graph model is a file of operations and one or more of weights");
            }
            files = List.copyOf(files);
            outputs = outputs == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }

        @Override
        public Optional<String> npmPackage() {
            return Optional.of(name + "@" + version);
        }
    }

    /**
     * A whole file of a package.
     *
     * @param path   inside the package folder
     * @param sha256 of the file
     */
    record PackagedFile(@JsonProperty(required = true) String path, @JsonProperty(required = true) String sha256) {
        private static final Pattern PATH = Pattern
                .compile("([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

        public PackagedFile {
            if (path == null || !PATH.matcher(path).matches() || sha256 == null || !Sha256.isDigest(sha256)) {
                throw new IllegalArgumentException("not a file of a package with its sha256: " + path);
            }
        }
    }

    /**
     * A file that the user brings, because no package ships it or its licence asks everyone to fetch it themselves.
     *
     * @param published where its authors publish it, for people to read
     */
    record BringYourOwn(@JsonProperty(required = true) String published) implements Origin {
        public BringYourOwn {
            Objects.requireNonNull(published, "published");
        }
    }

    /**
     * A checkpoint that the user brings and has converted.
     *
     * @param checkpoint name that its authors give the file
     * @param published  where they publish it, for people to read
     */
    record Checkpoint(@JsonProperty(required = true) String checkpoint,
            @JsonProperty(required = true) String published) implements Origin {
        public Checkpoint {
            Objects.requireNonNull(checkpoint, "checkpoint");
            Objects.requireNonNull(published, "published");
        }
    }

    /**
     * A file that was converted on this machine.
     *
     * @param checkpoint name of the file that it was converted from
     * @param sha256     of that file and those that were given with it
     */
    record Imported(@JsonProperty(required = true) String checkpoint,
            @JsonProperty(required = true) String sha256) implements Origin {
        public Imported {
            Objects.requireNonNull(checkpoint, "checkpoint");
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /** A file that the user named, described by a card of the user's own. */
    record LocalFile() implements Origin {}
}
