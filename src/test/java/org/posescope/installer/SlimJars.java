package org.posescope.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies jars without native code, and unpacks the native libraries that are needed. */
final class SlimJars {
    private final NativeLibraries libraries;
    private final boolean links;

    /** @param links whether a second name of a library may be a symbolic link */
    SlimJars(NativeLibraries libraries, boolean links) {
        this.libraries = libraries;
        this.links = links;
    }

    /**
     * Copies the jars of a folder.
     *
     * @param from    folder of jars
     * @param jars    folder for the slim ones, those that nothing would be left of are not copied; must be there
     * @param natives folder for the libraries
     */
    void copy(Path from, Path jars, Path natives) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                copyJar(jar, jars.resolve(jar.getFileName()), natives);
            }
        }
    }

    private void copyJar(Path from, Path to, Path natives) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile())) {
            List<ZipEntry> kept = new ArrayList<>();
            for (ZipEntry entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
                Optional<String> place = libraries.place(entry.getName());
                if (place.isPresent()) {
                    unpack(jar, entry, natives.resolve(place.get()));
                } else if (!libraries.isStripped(entry.getName())) {
                    kept.add(entry);
                }
            }
            if (kept.stream().anyMatch(SlimJars::isContent)) {
                write(jar, kept, to);
            }
        }
    }

    /** Whether a program could miss the entry: not so a manifest, a module descriptor and Maven's files. */
    private static boolean isContent(ZipEntry entry) {
        String name = entry.getName();
        return !name.endsWith("module-info.class") && (!name.startsWith("META-INF/") || name.contains("/services/"));
    }

    private static void write(ZipFile jar, List<ZipEntry> entries, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to); ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : entries) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setLastModifiedTime(entry.getLastModifiedTime());
                out.putNextEntry(copy);
                try (InputStream in = jar.getInputStream(entry)) {
                    in.transferTo(out);
                }
            }
        }
    }

    private void unpack(ZipFile jar, ZipEntry entry, Path to) throws IOException {
        if (Files.exists(to)) {
            throw new IllegalStateException(
                    jar.getName() + " brings " + to + " a second time; run `mvn clean` when it is older than the pom");
        }
        Files.createDirectories(to.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, to);
        }
        Optional<String> alias = NativeLibraries.alias(to.getFileName().toString());
        if (alias.isPresent()) {
            Path other = to.resolveSibling(alias.get());
            if (links) {
                Files.createSymbolicLink(other, to.getFileName());
            } else {
                Files.copy(to, other);
            }
        }
    }
}
