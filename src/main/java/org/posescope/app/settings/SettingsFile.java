package org.posescope.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/**
 * Settings as a JSON file. What the file does not say has its default, so that files of older and newer versions can be read; a
 * file that cannot be read at all gives defaults and a warning, and is overwritten with the next change. One thread at a time.
 */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private final Path file;
    /** What this program read or wrote last. */
    private ObjectNode known = tree(Settings.DEFAULT);

    /**
     * What a file gave.
     *
     * @param warning one sentence for the user when the file was broken
     */
    public record Loaded(Settings settings, Optional<String> warning) {}

    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * The file in the folder that the platform has for settings of programs.
     *
     * @param environment of the process
     * @param properties  of the Java system
     */
    public static SettingsFile ofUser(Map<String, String> environment, Properties properties) {
        return new SettingsFile(folder(environment, properties).resolve("settings.json"));
    }

    private static Path folder(Map<String, String> environment, Properties properties) {
        Path home = Path.of(properties.getProperty("user.home"));
        String system = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return variable(environment, "APPDATA").orElseGet(() -> home.resolve("AppData").resolve("Roaming"))
                    .resolve("PoseScope");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("PoseScope");
        }
        // A relative path is to be ignored: XDG Base Directory Specification 0.8.
        return variable(environment, "XDG_CONFIG_HOME").filter(Path::isAbsolute)
                .orElseGet(() -> home.resolve(".config")).resolve("posescope");
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank()).map(Path::of);
    }

    public Loaded load() {
        Loaded loaded = read();
        known = tree(loaded.settings());
        return loaded;
    }

    private ObjectNode tree(Settings settings) {
        return mapper.valueToTree(settings);
    }

    private Loaded read() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        }
        try {
            JsonNode stored = mapper.readTree(file.toFile());
            if (!stored.isObject()) {
                return broken("it holds no settings");
            }
            ObjectNode merged = tree(Settings.DEFAULT);
            merge(merged, stored);
            if (stored.get(OldPipeline.NAME) instanceof ObjectNode old && !stored.has("plan")) {
                merged.set("plan", mapper.valueToTree(OldPipeline.plan(old)));
            }
            return new Loaded(mapper.treeToValue(merged, Settings.class), Optional.empty());
        } catch (IllegalArgumentException e) {
            return broken(e.getMessage());
        } catch (JsonProcessingException e) {
            return broken(e.getOriginalMessage().lines().findFirst().orElse("it is damaged"));
        } catch (IOException e) {
            return broken(String.valueOf(e.getMessage()));
        }
    }

    private Loaded broken(String why) {
        return new Loaded(Settings.DEFAULT,
                Optional.of("The settings in " + file + " could not be read and start afresh (" + why + ")."));
    }

    /** Takes what the file says over the defaults, object by object. */
    private static void merge(ObjectNode into, JsonNode stored) {
        stored.properties().forEach(entry -> {
            JsonNode before = into.get(entry.getKey());
            if (before instanceof ObjectNode object && entry.getValue().isObject()) {
                merge(object, entry.getValue());
            } else if (!entry.getValue().isNull()) {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    /**
     * Writes what has changed since it was read or written last, and leaves all else as another window may have written it meanwhile. All or
     * nothing; a folder that may not be written is logged: the window works without it.
     */
    public void save(Settings settings) {
        ObjectNode wanted = tree(settings);
        ObjectNode written = present().orElseGet(wanted::deepCopy);
        wanted.properties().stream().filter(each -> !each.getValue().equals(known.get(each.getKey())))
                .forEach(each -> written.set(each.getKey(), each.getValue()));
        known = wanted;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            mapper.writeValue(part.toFile(), written);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.error("the settings were not saved to {}", file, e);
        }
    }

    /** What is in the file; empty when it is not there or nothing can be made of it. */
    private Optional<ObjectNode> present() {
        return Optional.of(read()).filter(there -> Files.exists(file) && there.warning().isEmpty())
                .map(there -> tree(there.settings()));
    }
}
