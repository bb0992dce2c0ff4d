package org.posescope.measure.length;

import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.body.BodyModel;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Person;

/** How far somebody is in front of the camera: the pelvis of their body, else the middle of their hips. */
public final class PersonDepth {
    private static final int Z = 2;

    private final Optional<BodyModel> model;

    /** @param model whose parameters people have; empty: their joints tell */
    public PersonDepth(Optional<BodyModel> model) {
        this.model = model;
    }

    /** Metres along the line of sight of the camera; empty where somebody is not placed. */
    public OptionalDouble of(Person person) {
        Optional<BodyParameters> body = person.body().filter(known -> model.isPresent());
        return body.map(known -> model.orElseThrow().restJoints(betas(known))[Z] + known.translation().z())
                .or(() -> person.translation().map(at -> at.z())).filter(depth -> depth > 0)
                .map(depth -> OptionalDouble.of(depth)).orElse(OptionalDouble.empty());
    }

    /** The 10 components of a body's shape. */
    public static float[] betas(BodyParameters body) {
        float[] betas = new float[BodyParameters.BETAS];
        for (int k = 0; k < betas.length; k++) {
            betas[k] = body.betas().get(k);
        }
        return betas;
    }
}
