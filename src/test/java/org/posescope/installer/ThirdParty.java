package org.posescope.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Licences of everything in the image that others wrote. */
final class ThirdParty {
    /** Folder with the list of parts and the texts of licences. */
    static final Path FOLDER = Path.of("packaging", "installer", "licences");

    private static final Pattern NOTICE = Pattern
            .compile("(^|/)(licen[cs]e|notice|thirdparty|copying|copyright)[^/]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OUR_JAR = Pattern.compile(MakeInstaller.NAME + "-\\d.*\\.jar");

    private final List<ThirdPartyPart> parts;

    private ThirdParty(List<ThirdPartyPart> parts) {
        this.parts = parts;
    }

    static ThirdParty read() throws IOException {
        return new ThirdParty(new ObjectMapper().readValue(FOLDER.resolve("third-party.json").toFile(),
                new TypeReference<List<ThirdPartyPart>>() {
                }));
    }

    List<ThirdPartyPart> parts() {
        return parts;
    }

    /** Those of the jars, given by file name, that no part holds. */
    List<String> unknown(Collection<String> jars) {
        return jars.stream().filter(jar -> !OUR_JAR.matcher(jar).matches())
                .filter(jar -> parts.stream().noneMatch(part -> part.holds(jar))).toList();
    }

    /**
     * Writes the list of parts, the texts of their licences, and what the jars themselves say.
     *
     * @param jars of the image
     * @param to   folder, made here
     * @throws IllegalStateException when a jar belongs to no part
     */
    void write(Collection<Path> jars, Path to) throws IOException {
        List<String> unknown = unknown(jars.stream().map(jar -> jar.getFileName().toString()).toList());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("third-party.json names no licence of " + unknown);
        }
        Files.createDirectories(to);
        Files.writeString(to.resolve("THIRD-PARTY.txt"), list());
        for (String licence : parts.stream().flatMap(part -> part.licences().stream()).distinct().toList()) {
            Files.copy(text(licence), to.resolve(licence + ".txt"));
        }
        for (Path jar : jars) {
            copyNotices(jar, to);
        }
    }

    /** File with the text of a licence. */
    static Path text(String licence) {
        return FOLDER.resolve(licence + ".txt");
    }

    private String list() {
        List<String> lines = new ArrayList<>(List.of(
                "PoseScope contains these parts. The texts of the licences lie beside this file; that of the Java runtime",
                "and its parts is in the folder legal of the runtime."));
        for (ThirdPartyPart part : parts) {
            lines.addAll(List.of("", part.name(), "  " + part.notice().replace("\n", "\n  "),
                    "  Licence: " + String.join(", ", part.licences())));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void copyNotices(Path jar, Path to) throws IOException {
        String name = jar.getFileName().toString().replaceAll("\\.jar$", "");
        try (ZipFile zip = new ZipFile(jar.toFile()); Stream<? extends ZipEntry> entries = zip.stream()) {
            for (ZipEntry entry : entries.filter(entry -> NOTICE.matcher(entry.getName()).find())
                    .filter(entry -> !entry.isDirectory() && !entry.getName().endsWith(".class")).toList()) {
                Path file = to.resolve(name).resolve(Path.of(entry.getName()).getFileName());
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.write(file, in.readAllBytes());
                }
            }
        }
    }
}
