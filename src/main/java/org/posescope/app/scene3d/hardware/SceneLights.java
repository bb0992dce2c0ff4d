package org.posescope.app.scene3d.hardware;

import javafx.geometry.Point3D;
import javafx.scene.AmbientLight;
import javafx.scene.DirectionalLight;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.transform.Rotate;

/**
 * Three-point lighting that turns with the camera around the vertical but keeps its height, so that people are lit well from
 * every side; and a plain white light for lines, which keep their own colours.
 */
final class SceneLights {
    private final DirectionalLight key = light(0.55, 0.75, 0.62);
    private final DirectionalLight fill = light(-0.8, 0.15, 0.6);
    private final DirectionalLight rim = light(-0.35, 0.5, -0.8);
    private final AmbientLight ambient = new AmbientLight();
    private final AmbientLight plain = new AmbientLight();
    private final Rotate turn = new Rotate(0, Rotate.Y_AXIS);
    private final Group group = new Group(key, fill, rim, ambient, plain);

    SceneLights() {
        group.getTransforms().add(turn);
    }

    /** @param x way of the light, camera axes at elevation 0 */
    private static DirectionalLight light(double x, double y, double z) {
        DirectionalLight light = new DirectionalLight();
        light.setDirection(new Point3D(x, y, z).normalize());
        return light;
    }

    Group node() {
        return group;
    }

    void lit(Node... nodes) {
        key.getScope().addAll(nodes);
        fill.getScope().addAll(nodes);
        rim.getScope().addAll(nodes);
        ambient.getScope().addAll(nodes);
    }

    void unlit(Node... nodes) {
        plain.getScope().addAll(nodes);
    }

    void dress(SceneColors look) {
        key.setColor(look.key());
        fill.setColor(look.fill());
        rim.setColor(look.rim());
        ambient.setColor(look.ambient());
    }

    /** @param azimuth of the camera, radians */
    void turn(double azimuth) {
        turn.setAngle(-Math.toDegrees(azimuth));
    }
}
