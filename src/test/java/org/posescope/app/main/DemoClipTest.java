package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClipTest {
    @TempDir
    private Path folder;

    private Properties places() {
        Properties properties = new Properties();
        properties.setProperty("posescope.home", folder.resolve("home").toString());
        properties.setProperty("user.dir", folder.resolve("here").toString());
        return properties;
    }

    private Path clip(String place) throws IOException {
        Path clip = folder.resolve(place).resolve("assets/demo.mp4");
        Files.createDirectories(clip.getParent());
        return Files.createFile(clip);
    }

    @Test
    void the_installation_comes_before_the_current_folder() throws IOException {
        assertThat(DemoClip.find(places())).isEmpty();

        Path here = clip("here");
        assertThat(DemoClip.find(places())).contains(here);
        Path home = clip("home");
        assertThat(DemoClip.find(places())).contains(home);
    }
}
