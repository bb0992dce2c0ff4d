package org.posescope.cli.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.BodyMotion;
import org.posescope.body.BodyPoser;
import org.posescope.error.UserException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpyFloatStream;
import org.posescope.tensor.NpzWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code posescope body pose}: the mesh of every frame of a motion file. */
@Command(name = "pose", description = "Pose a body model: write vertices and joints for the parameters in a file.")
final class BodyPoseCommand implements Callable<Integer> {
    @Option(names = "--model", required = true, paramLabel = "FILE",
            description = "A body model in the SMPL format, .pkl or .npz.")
    private Path modelFile;

    @Option(names = "--params", required = true, paramLabel = "FILE",
            description = "An .npz file with 'poses', (N, 72) axis-angle or (N, 24, 3, 3), or as much for 52 or 55 joints, and optionally 'betas', (N, 10)"
                    + " or (10), and 'trans', (N, 3) in metres.")
    private Path parameterFile;

    @Option(names = "--output", required = true, paramLabel = "FILE",
            description = "The .npz file to write: 'vertices', (N, V, 3), and 'joints', (N, J, 3), in metres.")
    private Path output;

    @Override
    public Integer call() {
        BodyModel model = BodyModelReader.read(modelFile);
        BodyMotion motion = BodyMotion.read(parameterFile);
        if (motion.joints() != model.parents().length) {
            throw new UserException(String.format(Locale.ROOT, "%s turns %d joints, but %s has %d.", parameterFile,
                    motion.joints(), modelFile, model.parents().length));
        }
        BodyPoser poser = new BodyPoser(model);
        int numbers = motion.joints() * 3;
        float[] joints = new float[motion.frames() * numbers];
        try (NpzWriter npz = new NpzWriter(output, NpzWriter.Compression.NONE)) {
            try (NpyFloatStream vertices = npz.stream("vertices", motion.frames(), model.vertexCount(), 3)) {
                for (int frame = 0; frame < motion.frames(); frame++) {
                    motion.apply(frame, poser);
                    vertices.write(poser.vertices());
                    System.arraycopy(poser.joints(), 0, joints, frame * numbers, numbers);
                }
            }
            npz.write("joints", NdArray.of(joints, motion.frames(), motion.joints(), 3));
            npz.finish();
        }
        return 0;
    }
}
