package org.posescope.workshop.demo;

import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.workshop.demo.motion.BodyMeasures;
import org.posescope.workshop.demo.motion.Part;
import org.posescope.workshop.demo.motion.Performer;
import org.posescope.workshop.demo.stage.ActorLook;
import org.posescope.workshop.demo.stage.FilmSet;
import org.posescope.workshop.demo.stage.StageCamera;

/** One person of the clip: a body, what it wears, and how it moves. Immutable. */
final class Actor {
    private final int id;
    private final List<Float> betas;
    private final ActorLook look;
    private final Performer performer;
    private final Vec3 pelvis;

    /**
     * @param id    from 1
     * @param betas 10 shape components
     */
    Actor(int id, BodyModel model, List<Float> betas, ActorLook look, Part part, double seconds) {
        this.id = id;
        this.betas = List.copyOf(betas);
        this.look = look;
        performer = new Performer(part, new BodyMeasures(model, shape(), FilmSet.SOLES), seconds);
        float[] joints = model.restJoints(shape());
        pelvis = new Vec3(joints[0], joints[1], joints[2]);
    }

    int id() {
        return id;
    }

    float[] shape() {
        float[] shape = new float[betas.size()];
        for (int k = 0; k < shape.length; k++) {
            shape[k] = betas.get(k);
        }
        return shape;
    }

    ActorLook look() {
        return look;
    }

    Performer performer() {
        return performer;
    }

    /** The body at some second of the clip, in the frame of the camera. */
    BodyParameters body(double time, StageCamera camera) {
        return camera.parameters(performer.pose(time), betas, pelvis);
    }
}
