package org.posescope.app.scene3d;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.posescope.testkit.JavaProcess;

/** Runs the pane in a program of its own, because a program has one JavaFX platform and other tests use the headless one. */
class Scene3dDisplayTest {
    private static final int MANY = 1000;

    private static Map<String, String> probe(String... options) throws Exception {
        if (System.getenv("DISPLAY") == null) {
            String message = "NO DISPLAY: the 3D scene was not tested (run under xvfb-run)";
            System.err.println(message);
            Assumptions.abort(message);
        }
        List<String> all = new ArrayList<>(List.of("--sun-misc-unsafe-memory-access=allow", "-Xmx512m"));
        all.addAll(List.of(options));
        return JavaProcess.output(System.getProperty("java.class.path"), all, SceneProbe.class, "pixels").lines()
                .map(line -> line.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void assertPeopleAreSeen(Map<String, String> seen) {
        int nothing = Integer.parseInt(seen.get("nothing"));
        assertThat(Integer.parseInt(seen.get("mesh"))).as("mesh").isGreaterThan(nothing + 3 * MANY);
        assertThat(Integer.parseInt(seen.get("joints"))).as("joints").isBetween(nothing + MANY, nothing + 3 * MANY);
        assertThat(Integer.parseInt(seen.get("empty"))).as("empty").isLessThan(MANY);
        assertThat(Integer.parseInt(seen.get("cleared"))).as("cleared").isLessThan(MANY);
    }

    @Test
    void the_hardware_scene_shows_mesh_and_joints() throws Exception {
        Map<String, String> seen = probe("-Dprism.forceGPU=true");

        assertThat(seen).containsEntry("hardware", "true").containsEntry("notice", "");
        assertPeopleAreSeen(seen);
    }

    @Test
    void without_3d_the_software_scene_shows_the_same_and_says_why() throws Exception {
        Map<String, String> seen = probe("-Dprism.order=sw");

        assertThat(seen).containsEntry("hardware", "false");
        assertThat(seen.get("notice")).contains("software").endsWith(".");
        assertPeopleAreSeen(seen);
    }
}
