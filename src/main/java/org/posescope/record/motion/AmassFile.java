package org.posescope.record.motion;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.SmplFamily;
import org.posescope.pose.Vector3;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;
import org.posescope.tensor.NpzWriter.Compression;

/**
 * Parameters in the layout of AMASS (Mahmood et al. 2019): {@code poses} axis-angle in radians, (N, 72) of SMPL, (N, 156) of SMPL-H,
 * as AMASS has them, or (N, 165) of SMPL-X, the first three the global orientation; {@code expression} (N, 10) where the face has any; {@code trans} (N, 3) metres; {@code betas} (10); {@code gender}; {@code mocap_framerate}. Unlike
 * AMASS, whose z points up, y is up, as in SMPL's own coordinates. Three arrays are added: {@code start_frame}, where on the
 * time line of the run the first row is; {@code coordinates}, a sentence on units and axes; and {@code observed} (N), 0 where a pose is held because the person was out of sight.
 */
public final class AmassFile implements PersonFiles.Format {
    private static final String COORDINATES = "metres and radians; x right, y up, z towards the camera; origin ";

    private final BodyModel model;
    private final int[] joints;

    /** All joints of the model, and its expressions. */
    public AmassFile(BodyModel model) {
        this(model, IntStream.range(0, model.parents().length).toArray());
    }

    private AmassFile(BodyModel model, int[] joints) {
        this.model = model;
        this.joints = joints;
    }

    /**
     * The layout of AMASS itself: of a model of SMPL-X the 52 joints that SMPL-H has too, without the face.
     */
    public static AmassFile ofSmplh(BodyModel model) {
        List<String> names = model.skeleton().names();
        return new AmassFile(model, SmplFamily.SMPLH52.names().stream().mapToInt(names::indexOf).toArray());
    }

    @Override
    public void write(Motion motion, PersonMotion person, Path file) {
        int frames = person.lastFrame() - person.firstFrame() + 1;
        int numbers = 3 * joints.length;
        float[] poses = new float[Math.multiplyExact(frames, numbers)];
        float[] expressions = new float[frames * model.expressionComponents()];
        float[] translations = new float[3 * frames];
        int[] observed = new int[frames];
        Vec3 restPelvis = new RestSkeleton(model, person.betas()).position(0);
        for (int i = 0; i < frames; i++) {
            int frame = person.firstFrame() + i;
            MotionFrame moment = person.at(frame);
            poses(moment.rotations(), poses, i * numbers);
            for (int k = 0; k < model.expressionComponents(); k++) {
                expressions[i * model.expressionComponents() + k] = moment.expression().get(k);
            }
            // SMPL turns the body about its pelvis where that stands before posing, and then moves it by trans.
            Vec3 translation = moment.pelvis().minus(restPelvis);
            put(new Vector3((float) translation.x(), (float) translation.y(), (float) translation.z()), translations,
                    3 * i);
            observed[i] = person.observed(frame) ? 1 : 0;
        }
        try (NpzWriter npz = new NpzWriter(file, Compression.NONE)) {
            npz.write("poses", NdArray.of(poses, frames, numbers));
            npz.write("trans", NdArray.of(translations, frames, 3));
            if (expressions.length > 0 && joints.length == model.parents().length) {
                npz.write("expression", NdArray.of(expressions, frames, model.expressionComponents()));
            }
            npz.write("betas", NdArray.of(person.betas(), BodyParameters.BETAS));
            npz.write("gender", NdArray.of("neutral"));
            npz.write("mocap_framerate", NdArray.of(new double[] {motion.fps()}));
            npz.write("start_frame", NdArray.of(new int[] {person.firstFrame()}));
            npz.write("observed", NdArray.of(observed, frames));
            npz.write("coordinates", NdArray.of(COORDINATES + motion.origin()));
            npz.finish();
        }
    }

    private void poses(List<Rotation> rotations, float[] out, int at) {
        for (int joint = 0; joint < joints.length; joint++) {
            Rotation r = rotations.get(joints[joint]);
            put(Rotations.axisAngleOf(new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z())), out,
                    at + 3 * joint);
        }
    }

    private static void put(Vector3 vector, float[] out, int at) {
        out[at] = vector.x();
        out[at + 1] = vector.y();
        out[at + 2] = vector.z();
    }
}
