package org.posescope.record.motion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * Biovision Hierarchy: the joints of the model, fingers too, with the offsets of the person's body, y up. The channels of a joint are turns about
 * z, x and y in degrees; the first joint has its position before them. All people of a run share one time line, so frame
 * numbers agree between files; who is out of sight keeps the nearest pose.
 */
public final class BvhFile implements PersonFiles.Format {
    private static final int DECIMALS = 6;
    /** Where a hand, a foot or the head ends: the last bone goes on for half its length. */
    private static final double END = 0.5;

    private final BodyModel model;
    private final LengthUnit unit;

    public BvhFile(BodyModel model, LengthUnit unit) {
        this.model = model;
        this.unit = unit;
    }

    @Override
    public void write(Motion motion, PersonMotion person, Path file) {
        CompleteFile.write(file, out -> write(motion, person, out));
    }

    private void write(Motion motion, PersonMotion person, OutputStream out) throws IOException {
        RestSkeleton skeleton = new RestSkeleton(model, person.betas());
        StringBuilder text = new StringBuilder("HIERARCHY\n");
        joint(skeleton, 0, 0, text);
        text.append("MOTION\nFrames: ").append(motion.frames()).append("\nFrame Time: ");
        FixedPoint.append(text, 1 / motion.fps(), 9).append('\n');
        flush(text, out);
        for (int frame = 0; frame < motion.frames(); frame++) {
            frame(skeleton, person.at(frame), text);
            flush(text, out);
        }
    }

    private static void flush(StringBuilder text, OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        text.setLength(0);
    }

    private void joint(RestSkeleton skeleton, int joint, int depth, StringBuilder text) {
        String name = skeleton.name(joint);
        List<Integer> children = skeleton.children(joint);
        line(depth, (depth == 0 ? "ROOT " : "JOINT ") + name, text);
        line(depth, "{", text);
        offset(depth + 1, skeleton.offset(joint), text);
        line(depth + 1, depth == 0
                ? "CHANNELS 6 Xposition Yposition Zposition Zrotation Xrotation Yrotation"
                : "CHANNELS 3 Zrotation Xrotation Yrotation", text);
        children.forEach(child -> joint(skeleton, child, depth + 1, text));
        if (children.isEmpty()) {
            line(depth + 1, "End Site", text);
            line(depth + 1, "{", text);
            offset(depth + 2, skeleton.offset(joint).times(END), text);
            line(depth + 1, "}", text);
        }
        line(depth, "}", text);
    }

    private static void line(int depth, String content, StringBuilder text) {
        text.repeat("  ", depth).append(content).append('\n');
    }

    private void offset(int depth, Vec3 offset, StringBuilder text) {
        text.repeat("  ", depth).append("OFFSET");
        lengths(offset, text);
        text.append('\n');
    }

    private void lengths(Vec3 vector, StringBuilder text) {
        Vec3 scaled = vector.times(unit.perMetre());
        numbers(text, scaled.x(), scaled.y(), scaled.z());
    }

    private void frame(RestSkeleton skeleton, MotionFrame moment, StringBuilder text) {
        lengths(moment.pelvis(), text);
        order(skeleton, 0, moment.rotations(), text);
        text.deleteCharAt(0).append('\n');
    }

    /** The channels are those of the joints in the order of the hierarchy, which is depth first, unlike SMPL's. */
    private static void order(RestSkeleton skeleton, int joint, List<Rotation> rotations, StringBuilder text) {
        EulerZxy turns = EulerZxy.of(rotations.get(joint));
        numbers(text, turns.z(), turns.x(), turns.y());
        skeleton.children(joint).forEach(child -> order(skeleton, child, rotations, text));
    }

    private static void numbers(StringBuilder text, double... values) {
        for (double value : values) {
            FixedPoint.append(text.append(' '), value, DECIMALS);
        }
    }

    @Override
    public String toString() {
        return "BVH in " + unit.name().toLowerCase(Locale.ROOT);
    }
}
