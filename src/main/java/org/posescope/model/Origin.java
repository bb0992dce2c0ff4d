package org.posescope.model;

import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where the file of a model comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Origin.NpmPackage.class, name = "npm"),
    @JsonSubTypes.Type(value = Origin.BringYourOwn.class, name = "bring-your-own"),
    @JsonSubTypes.Type(value = Origin.Checkpoint.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = Origin.Imported.class, name = "imported"),
    @JsonSubTypes.Type(value = Origin.LocalFile.class, name = "local-file")})
public sealed interface Origin {
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
        private static final Pattern NAME = Pattern.compile("(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*");
        private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");

        /** Name and version become an argument of another program, so nothing but their plain form is taken. */
        public NpmPackage {
            if (name == null || !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not the name of an npm package: " + name);
            }
            if (version == null || !VERSION.matcher(version).matches()) {
                throw new IllegalArgumentException("not an exact version: " + version);
            }
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
