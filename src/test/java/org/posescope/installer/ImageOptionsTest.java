package org.posescope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageOptionsTest {
    private static final String FLAGS = "-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED";

    @Test
    void the_image_gives_java_every_flag_of_the_build() throws IOException {
        Matcher flags = Pattern.compile("<jvm\\.flags>(.*)</jvm\\.flags>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(flags.find()).isTrue();

        assertThat(ImageOptions.java(flags.group(1))).contains(flags.group(1).split(" "));
    }

    @Test
    void nothing_is_unpacked_into_the_home_of_the_user() {
        assertThat(ImageOptions.java(FLAGS)).contains("-Djava.library.path=$APPDIR/natives",
                "-Dorg.bytedeco.javacpp.cacheLibraries=false", "-Donnxruntime.native.path=$APPDIR/natives",
                "-DPYTORCH_LIBRARY_PATH=$APPDIR/natives/pytorch", "-Djna.nounpack=true");
    }

    @Test
    void the_launcher_names_the_aot_cache_when_it_is_there(@TempDir Path folder) throws IOException {
        AppImage image = new AppImage(folder, Platform.LINUX_X86_64);
        Files.createDirectories(image.app());
        Path configuration = image.app().resolve("posescope.cfg");
        Files.writeString(configuration, "[JavaOptions]\njava-options=-XX:+UseSerialGC\n");

        image.useAotCache();

        assertThat(Files.readAllLines(configuration)).isEqualTo(List.of("[JavaOptions]",
                "java-options=-XX:+UseSerialGC", "java-options=-XX:AOTCache=$APPDIR/posescope.aot"));
    }
}
