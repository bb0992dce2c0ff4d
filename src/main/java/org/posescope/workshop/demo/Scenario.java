package org.posescope.workshop.demo;

import java.util.List;
import java.util.Map;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.workshop.body.surface.BodyPart;
import org.posescope.workshop.demo.motion.Gaze;
import org.posescope.workshop.demo.motion.Keyframes;
import org.posescope.workshop.demo.motion.Part;
import org.posescope.workshop.demo.motion.Standpoint;
import org.posescope.workshop.demo.motion.Side;
import org.posescope.workshop.demo.motion.StepPlanner;
import org.posescope.workshop.demo.stage.ActorLook;
import org.posescope.workshop.demo.stage.StageCamera;

/**
 * What happens in the clip. A tall man waves while a shorter woman squats; both walk to the other's side, she in front; he
 * squats while she, having turned to the camera, waves; they look at each other.
 */
final class Scenario {
    static final double FPS = 30;
    static final int FRAMES = 450;

    private static final double SECONDS = FRAMES / FPS;
    private static final Vec3 CAMERA = new Vec3(0, 1.22, 4.6);
    private static final double TIPPED = Math.toRadians(4.9);
    private static final double FIELD_OF_VIEW = Math.toRadians(27.6);

    private static final Gaze.Target LENS = t -> CAMERA;
    private static final Gaze.Target CLOSE_BY = t -> new Vec3(0.8, 1.3, 1.5);

    private static final ActorLook MAN = new ActorLook(Map.of(BodyPart.SKIN, 0xC68F6F, BodyPart.HAIR, 0x2A1D16,
            BodyPart.SHIRT, 0x3F6F9E, BodyPart.TROUSERS, 0x30343F, BodyPart.SHOES, 0xB9B4AA, BodyPart.EYES, 0xD9D2CB,
            BodyPart.LIPS, 0xA96A5C, BodyPart.BROWS, 0x3A291F), 0xE8E6E2, 0.013, false);
    private static final ActorLook WOMAN = new ActorLook(Map.of(BodyPart.SKIN, 0xD9A58A, BodyPart.HAIR, 0x5A3520,
            BodyPart.SHIRT, 0xB8473C, BodyPart.TROUSERS, 0x5B6B57, BodyPart.SHOES, 0x3B3634, BodyPart.EYES, 0xDDD6D0,
            BodyPart.LIPS, 0xB4645F, BodyPart.BROWS, 0x573A29), 0xCFCBC4, 0.019, true);

    private Scenario() {}

    /** @param width of the pictures, pixels; 16:9 */
    static StageCamera camera(int width, int height) {
        return new StageCamera(CAMERA, TIPPED, PinholeCamera.ofFieldOfView(FIELD_OF_VIEW, width, height));
    }

    static List<Actor> actors(BodyModel model) {
        return List.of(new Actor(1, model, List.of(1.2f, 0.4f, 0.2f, 0f, 0f, 0f, 0f, 0f, 0f, 0f), MAN, man(), SECONDS),
                new Actor(2, model, List.of(-0.6f, -1.1f, -0.3f, 0f, 0f, 0f, 0f, 0f, 0f, 0f), WOMAN, woman(),
                        SECONDS));
    }

    private static Part man() {
        StepPlanner steps = new StepPlanner(new Standpoint(-1.1, -0.12, 0.35), 0.68, 0.53, 0.2)
                .walk(new Standpoint(1.15, -0.2, 0.3), Side.RIGHT, 4.1)
                .turn(-0.25, 8.9);
        Gaze gaze = Gaze.at(CLOSE_BY).then(0.5, LENS).then(3.2, t -> new Vec3(2.0, 1.4, 1.0))
                .then(5.5, LENS).then(11.9, t -> new Vec3(-0.9, 1.45, 0.55));
        return new Part(steps.plan(), Keyframes.at(0).to(1, 10.5, 11.4).to(0, 11.7, 12.8),
                Keyframes.at(0).to(1, 0.7, 1.5).to(0, 3.0, 3.9), gaze, 0.13);
    }

    private static Part woman() {
        StepPlanner steps = new StepPlanner(new Standpoint(1.0, 0.52, -0.3), 0.6, 0.5, 0.2)
                .walk(new Standpoint(-0.9, 0.55, -1.0), Side.LEFT, 4.25)
                .turn(0.2, 8.4);
        Gaze gaze = Gaze.at(LENS).then(2.7, t -> new Vec3(-1.1, 1.6, -0.1)).then(4.0, t -> new Vec3(-2.2, 1.3, 1.2))
                .then(5.25, LENS).then(12.9, t -> new Vec3(1.15, 1.65, -0.2));
        return new Part(steps.plan(), Keyframes.at(0).to(1, 0.8, 1.9).to(0, 2.2, 3.2),
                Keyframes.at(0).to(1, 10.3, 11.1).to(0, 13.0, 13.9), gaze, 0.71);
    }
}
