package org.posescope.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes an image of the program with a Java runtime of its own, and an installer of it.
 *
 * <p>Arguments: the folder of the program ({@code target/posescope}), the folder to work in (made anew), the version, the
 * flags of Java separated by spaces, and the type of the installer: {@code app-image} alone, {@code deb}, {@code msi},
 * {@code exe} or {@code dmg}. Runs in the root of the project.
 */
final class MakeInstaller {
    static final String NAME = "posescope";

    /** Found by jdeps and by running everything: the 3D library and Jackson name classes of java.desktop, JavaFX needs jdk.jfr. */
    static final List<String> MODULES = List.of("java.base", "java.desktop", "java.logging", "java.management",
            "java.xml", "jdk.jfr", "jdk.management", "jdk.unsupported", "jdk.zipfs");

    private static final Path OPTIONS = Path.of("packaging", "installer");
    private static final String APP_IMAGE = "app-image";

    private final Path program;
    private final Path work;
    private final String version;
    private final Platform platform = Platform.current();

    private MakeInstaller(Path program, Path work, String version) {
        this.program = program;
        this.work = work;
        // Installers know numbers only.
        this.version = version.replace("-SNAPSHOT", "");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        MakeInstaller maker = new MakeInstaller(Path.of(args[0]), Path.of(args[1]).toAbsolutePath(), args[2]);
        maker.make(args[3], args[4]);
    }

    private void make(String flags, String type) throws IOException, InterruptedException {
        delete(work);
        Path input = gather();
        Path runtime = work.resolve("runtime");
        // With its native commands: Java starts bin/java again to write the AOT cache.
        JdkTool.run("jlink", List.of("--add-modules", String.join(",", MODULES), "--strip-debug", "--no-header-files",
                "--no-man-pages", "--output", runtime.toString()));
        AppImage image = makeImage(input, runtime, flags);
        fetchModels(image);
        image.dateJars();
        new AotTraining(platform, System.getenv()).record(image, work.resolve("training"));
        image.useAotCache();
        if (!type.equals(APP_IMAGE)) {
            JdkTool.run("jpackage", List.of("@" + OPTIONS.resolve(type + ".options"), "--type", type, "--name", NAME,
                    "--app-version", version, "--app-image", image.root().toString(), "--dest", work.toString()));
        }
    }

    /** Everything of the program that goes into the image, the jars and libraries of this platform only. */
    private Path gather() throws IOException {
        Path input = work.resolve("input");
        Path jars = Files.createDirectories(input.resolve("lib"));
        new SlimJars(new NativeLibraries(platform), !platform.isWindows()).copy(program.resolve("lib"), jars,
                input.resolve(ImageOptions.NATIVES));
        for (String folder : List.of("assets", "models")) {
            copy(program.resolve(folder), input.resolve(folder));
        }
        for (String file : List.of("LICENSE", "NOTICE", "README.md")) {
            Files.copy(program.resolve(file), input.resolve(file));
        }
        ThirdParty.read().write(list(jars), input.resolve("legal"));
        if (platform.isLinux()) {
            copy(OPTIONS.resolve("linux/share"), input.resolve("share"));
            Icons.read().writeTheme(input.resolve("share/icons"));
        }
        return input;
    }

    private AppImage makeImage(Path input, Path runtime, String flags) throws IOException {
        Path folder = work.resolve("image");
        List<String> arguments = new ArrayList<>(List.of("@" + OPTIONS.resolve("image.options"), "--type", APP_IMAGE,
                "--name", NAME, "--app-version", version, "--input", input.toString(), "--runtime-image",
                runtime.toString(), "--icon", Icons.read().write(platform, work).toString(), "--main-jar",
                Path.of("lib").resolve(mainJar(input)).toString(), "--dest",
                folder.toString()));
        ImageOptions.java(flags).forEach(option -> arguments.addAll(List.of("--java-options", option)));
        if (platform.isWindows()) {
            arguments.add("@" + OPTIONS.resolve("windows-image.options"));
        }
        JdkTool.run("jpackage", arguments);
        return new AppImage(folder, platform);
    }

    /** The default models, by the program itself: it knows where they come from and what they must be. */
    private void fetchModels(AppImage image) throws IOException, InterruptedException {
        Path models = image.app().resolve("models");
        int status = new ProcessBuilder(image.launcher().toString(), "models", "--models", models.toString(),
                "install").inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("the default models were not fetched");
        }
        Files.deleteIfExists(models.resolve(".checksums.json"));
    }

    private static Path mainJar(Path input) throws IOException {
        return list(input.resolve("lib")).stream().map(Path::getFileName)
                .filter(jar -> jar.toString().matches(NAME + "-\\d.*\\.jar")).findFirst().orElseThrow();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
