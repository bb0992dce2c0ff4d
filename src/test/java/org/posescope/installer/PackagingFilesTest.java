package org.posescope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of the installers without making one; {@code packaging/installer/check} does that. */
class PackagingFilesTest {
    private static final Path FOLDER = Path.of("packaging", "installer");
    private static final Pattern FILE_OPTION = Pattern
            .compile("^--(?:license-file|resource-dir|file-associations|add-launcher \\S+(?==))[\\s=]+(\\S+)",
                    Pattern.MULTILINE);

    @Test
    void the_build_runs_the_maker_of_installers() throws IOException {
        String profile = profile(Files.readString(Path.of("pom.xml")));

        assertThat(profile).contains("<argument>" + MakeInstaller.class.getName() + "</argument>",
                "<argument>${jvm.flags}</argument>", "<argument>${installer.type}</argument>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "windows-image", "deb", "msi", "exe", "dmg"})
    void the_files_that_options_name_are_there(String type) throws IOException {
        Matcher files = FILE_OPTION.matcher(Files.readString(FOLDER.resolve(type + ".options")));

        assertThat(files.results().map(file -> Path.of(file.group(1)))).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void the_package_depends_on_what_the_build_machine_needs_for_the_window() throws IOException {
        String control = Files.readString(FOLDER.resolve("linux/control"));
        Matcher needed = Pattern.compile("packages=\\((.*)\\)").matcher(Files.readString(Path.of(".ci/run")));
        assertThat(needed.find()).isTrue();

        assertThat(Stream.of(needed.group(1).split(" ")).filter(name -> !List.of("xvfb", "xauth").contains(name)))
                .allSatisfy(name -> assertThat(control).containsPattern("(?m)^(Depends|Recommends):.*\\b" + name));
    }

    @Test
    void the_package_holds_jars_of_the_time_that_the_aot_cache_was_made_with() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("linux/posescope-post-image.sh")))
                .contains("touch -d " + AppImage.JAR_TIME);
    }

    @Test
    void the_menu_entry_opens_the_types_of_files_that_are_associated() throws IOException {
        Properties entry = properties(FOLDER.resolve("linux/share/applications/posescope.desktop"));

        assertThat(entry.getProperty("Exec")).isEqualTo("/opt/posescope/bin/posescope %f");
        assertThat(entry.getProperty("Categories").split(";")).contains("AudioVideo", "Video");
        try (Stream<Path> associations = Files.list(FOLDER.resolve("associations"))) {
            for (Path association : associations.toList()) {
                assertThat(entry.getProperty("MimeType").split(";"))
                        .contains(properties(association).getProperty("mime-type"));
            }
        }
    }

    private static String profile(String pom) {
        int start = pom.indexOf("<id>installer</id>");
        return pom.substring(start, pom.indexOf("</profile>", start));
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file).replace("[Desktop Entry]", "")));
        return properties;
    }
}
