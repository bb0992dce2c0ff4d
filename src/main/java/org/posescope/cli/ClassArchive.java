package org.posescope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.ObjectName;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's classes as Java has prepared them, in a file that the next start need not prepare them from anew (JEP 350). It is written
 * once, at the end of a run that got to know most of them. The launcher says where, in a system property, while there is none; its name
 * says for which Java and which jars it is.
 */
public final class ClassArchive {
    static final String PROPERTY = "posescope.classes";

    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    /** What finds people loads more, what only tells something fewer. */
    private static final int MOST_CLASSES = 4500;
    /** Several times as much as a file takes: Java ends the program where it has no space for it. */
    private static final long SPACE_BYTES = 256L << 20;
    /** Of other versions and other Javas, the newest ones. */
    private static final int KEPT = 3;

    private final Path file;
    private final Dump dump;

    /** Has Java write the archive. */
    interface Dump {
        void to(Path file) throws JMException;
    }

    ClassArchive(Path file, Dump dump) {
        this.file = file;
        this.dump = dump;
    }

    /** Writes the archive if the launcher wants one and the classes are worth it. */
    public static void keep(Properties properties) {
        int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        Optional.ofNullable(properties.getProperty(PROPERTY)).filter(any -> classes >= MOST_CLASSES)
                .ifPresent(file -> new ClassArchive(Path.of(file), ClassArchive::dump).write());
    }

    private static void dump(Path file) throws JMException {
        // Java tells of it there; the program has said all that it has to say.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmCds",
                new Object[] {new String[] {"dynamic_dump", file.toString()}},
                new String[] {String[].class.getName()});
    }

    /** Programs that end at the same time do not harm each other. Where it fails the next start takes as long as this one. */
    void write() {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            if (Files.exists(file) || Files.getFileStore(folder).getUsableSpace() < SPACE_BYTES) {
                return;
            }
            Path own = Files.createTempFile(folder, "classes", null);
            try {
                dump.to(own);
                if (Files.size(own) > 0) {
                    Files.move(own, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            } finally {
                Files.deleteIfExists(own);
            }
            forgetOthers(folder);
        } catch (IOException | JMException | RuntimeException e) {
            LOG.info("the classes of the program could not be kept in {}", file, e);
        }
    }

    private static void forgetOthers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives = files.filter(each -> each.getFileName().toString().matches("classes-.*\\.jsa"))
                    .sorted(Comparator.comparingLong((Path each) -> each.toFile().lastModified()).reversed()).toList();
            for (Path old : archives.subList(Math.min(KEPT, archives.size()), archives.size())) {
                Files.delete(old);
            }
        }
    }
}
