package org.posescope.eval.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;
import org.posescope.eval.FrameId;
import org.posescope.eval.PoseFrame;
import org.posescope.eval.PoseSet;
import org.posescope.eval.PosedHuman;
import org.posescope.tensor.DType;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;

/**
 * Joints of one person a row, in metres, as the tools around Human3.6M write them with numpy: an array {@code S} or
 * {@code positions_3d} of N x J x 3, or x 4 with a confidence, which is 0 for a joint that is not known. J says which joints: 24
 * are SPIN's, 17 those of Human3.6M in use, 32 all that it records. An array {@code imgname} of N names says which frames they are;
 * without it the rows are frames in a row.
 */
final class NpzPoses {
    private static final List<String> ARRAYS = List.of("S", "positions_3d");
    private static final String PICTURES = "imgname";
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,18})\\.\\w+");
    /** No joint of a person is farther from another, metres. */
    private static final double LARGEST = 10;

    private final Path file;
    private final NdArray array;
    private final List<String> names;
    private final List<Integer> positions;

    private NpzPoses(Path file, NdArray array) {
        this.file = file;
        this.array = array;
        int last = array.rank() == 3 ? array.dimension(2) : 0;
        if (array.dtype().kind() != DType.Kind.FLOAT || last < 3 || last > 4) {
            throw unknown();
        }
        int joints = array.dimension(1);
        names = switch (joints) {
            case 17, 32 -> JointNames.HUMAN36M_17;
            case 24 -> JointNames.SPIN_24;
            default -> throw unknown();
        };
        positions = joints == 32 ? JointNames.HUMAN36M_17_OF_32 : JointNames.inOrder(names);
    }

    /** @throws UserException when the file cannot be read or has other arrays */
    static PoseSet read(Path file) {
        try (NpzReader npz = new NpzReader(file)) {
            String name = ARRAYS.stream().filter(npz.names()::contains).findFirst().orElseThrow(() -> new UserException(
                    file + " has neither an array S nor an array positions_3d"));
            Optional<NdArray> pictures = npz.names().contains(PICTURES)
                    ? Optional.of(npz.read(PICTURES))
                    : Optional.empty();
            return new NpzPoses(file, npz.read(name)).poses(pictures);
        }
    }

    private PoseSet poses(Optional<NdArray> pictures) {
        int rows = array.dimension(0);
        if (pictures.isPresent() && pictures.get().size() != rows) {
            throw new UserException(
                    file + " has " + pictures.get().size() + " names of pictures for " + rows + " rows");
        }
        List<PoseFrame> frames = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int number = row;
            FrameId id = pictures.map(each -> frame(each.getText(number))).orElse(new FrameId("", row));
            frames.add(new PoseFrame(id, List.of(human(row))));
        }
        return new PoseSet(frames, pictures.isPresent());
    }

    /** Pictures whose names differ in the last number only are frames of one motion. */
    private static FrameId frame(String picture) {
        Matcher numbered = NUMBERED.matcher(picture);
        return numbered.matches()
                ? new FrameId(numbered.group(1), Long.parseLong(numbered.group(2)))
                : new FrameId(picture, 0);
    }

    private PosedHuman human(int row) {
        Map<String, Vec3> joints = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            int last = array.dimension(2);
            int at = (row * array.dimension(1) + positions.get(i)) * last;
            Vec3 place = new Vec3(array.getDouble(at), array.getDouble(at + 1), array.getDouble(at + 2));
            boolean known = last == 3 || array.getDouble(at + 3) > 0;
            if (known && Double.isFinite(place.length())) {
                joints.put(names.get(i), place);
            }
        }
        requireMetres(joints);
        return new PosedHuman(0, joints, Map.of(), Optional.empty());
    }

    private void requireMetres(Map<String, Vec3> joints) {
        for (Vec3 place : joints.values()) {
            if (place.distance(joints.values().iterator().next()) > LARGEST) {
                throw new UserException(file + " has joints of one person farther apart than " + (int) LARGEST
                        + " metres; positions have to be in metres");
            }
        }
    }

    private UserException unknown() {
        return new UserException(
                file + " has positions of a shape other than N x 17, 24 or 32 joints x 3 or 4 numbers");
    }
}
