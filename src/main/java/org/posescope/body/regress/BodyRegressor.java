package org.posescope.body.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.infer.BatchRunner;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.tensor.Tensor;

/**
 * HMR (Kanazawa et al. 2018), SPIN and EFT: the parameters of SMPL for all people of a frame in one batch. One thread uses it
 * at a time; it owns a session until it is closed.
 */
public final class BodyRegressor implements AutoCloseable {
    private final Session session;
    private final BatchRunner runner;
    private final InputSpec input;
    private final ImageSampler sampler;

    /** Takes over the session. */
    public BodyRegressor(Session session, InputSpec input) {
        this.session = session;
        this.runner = new BatchRunner(session);
        this.input = input;
        this.sampler = new ImageSampler(input);
    }

    /**
     * The bodies of the people in some boxes, in their order.
     *
     * @param boxes around the people, pixels of the frame
     */
    public List<BodyParameters> estimate(Frame frame, List<Box> boxes, Camera camera, StepListener steps) {
        if (boxes.isEmpty()) {
            return List.of();
        }
        long start = System.nanoTime();
        List<Region> squares = boxes.stream().map(BodyRegressor::square).toList();
        Tensor pixels = Tensor.allocate(input.shape(squares.size()));
        for (int i = 0; i < squares.size(); i++) {
            sampler.sample(frame, squares.get(i), Border.BLACK, pixels, i);
        }
        Map<String, Tensor> outputs = runner.run(pixels);
        List<BodyParameters> bodies = new ArrayList<>();
        for (int i = 0; i < squares.size(); i++) {
            bodies.add(body(outputs, i, squares.get(i), camera));
        }
        steps.took("regress", System.nanoTime() - start);
        return bodies;
    }

    /** What the network wants to see of somebody in a box (SPIN, {@code demo.py bbox_from_json}). */
    static Region square(Box box) {
        float side = Math.max(1, Math.max(box.width(), box.height()));
        return new Region(box.centerX(), box.centerY(), side, side, 0);
    }

    private static BodyParameters body(Map<String, Tensor> outputs, int person, Region square, Camera camera) {
        float[] matrices = outputs.get("pred_rotmat").toArray();
        Tensor shape = outputs.get("pred_shape");
        Tensor view = outputs.get("pred_cam");
        List<Quaternion> rotations = new ArrayList<>();
        for (int joint = 0; joint < BodyParameters.JOINTS; joint++) {
            int at = (person * BodyParameters.JOINTS + joint) * Rotations.MATRIX;
            rotations.add(Rotations.quaternionOfMatrix(matrices, at));
        }
        List<Float> betas = new ArrayList<>();
        for (int i = 0; i < BodyParameters.BETAS; i++) {
            betas.add(shape.get(person * BodyParameters.BETAS + i));
        }
        WeakPerspective seen = new WeakPerspective(view.get(3 * person), view.get(3 * person + 1),
                view.get(3 * person + 2));
        return new BodyParameters(rotations, betas, seen.translation(square, camera));
    }

    @Override
    public void close() {
        Cleanup.all(session::close, sampler::close);
    }
}
