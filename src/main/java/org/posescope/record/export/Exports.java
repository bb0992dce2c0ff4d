package org.posescope.record.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.UnreadablePicture;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.record.FanOut;
import org.posescope.record.FrameOutput;
import org.posescope.record.MotionJsonWriter;
import org.posescope.record.parquet.ParquetExport;

/** All exports of a run. */
public final class Exports implements FrameOutput {
    private final FanOut outputs;
    private final Optional<MotionExport> bodies;

    private Exports(List<FrameOutput> outputs, Optional<MotionExport> bodies) {
        this.outputs = new FanOut(outputs);
        this.bodies = bodies;
    }

    /**
     * Refuses what {@link #open} would, as far as it can be known, and touches nothing.
     *
     * @throws UserException when one cannot be written, or needs what the run does not give
     */
    public static void check(List<ExportTarget> targets, SourceInfo source, ExportSettings settings) {
        targets.forEach(ExportTarget::check);
        targets.stream().filter(each -> each.format().needsBodies()).findFirst()
                .ifPresent(first -> requireBodies(first.path(), source, settings));
    }

    /**
     * Opens them.
     *
     * @throws UserException when one cannot be written, or needs what the run does not give
     */
    public static Exports open(List<ExportTarget> targets, SourceInfo source, ExportSettings settings) {
        check(targets, source, settings);
        List<FrameOutput> opened = new ArrayList<>();
        try {
            List<ExportTarget> bodyTargets = targets.stream().filter(each -> each.format().needsBodies()).toList();
            Optional<MotionExport> bodies = bodyTargets.isEmpty()
                    ? Optional.empty()
                    : Optional.of(MotionExport.start(bodyTargets, settings, source.fps()));
            bodies.ifPresent(opened::add);
            targets.stream().filter(each -> !each.format().needsBodies())
                    .forEach(each -> opened.add(openPoints(each, source, settings)));
            return new Exports(opened, bodies);
        } catch (UserException e) {
            new FanOut(opened).close();
            throw e;
        }
    }

    private static void requireBodies(Path first, SourceInfo source, ExportSettings settings) {
        if (settings.body().isEmpty()) {
            throw new UserException(first + " holds a body: leave out --no-body.");
        }
        if (!settings.identities()) {
            throw new UserException(first + " needs to know who is who: leave out --no-track.");
        }
        if (source.kind() == SourceInfo.Kind.IMAGE_FOLDER) {
            throw new UserException(
                    first + " holds motion, which the pictures of a folder are not: play them as a video (--fps), or export "
                            + "one picture or a video.");
        }
    }

    private static FrameOutput openPoints(ExportTarget target, SourceInfo source, ExportSettings settings) {
        return switch (target.format()) {
            case JSON -> MotionJsonWriter.open(target.path().toString(), source, settings.preset(),
                    settings.skeletons(), settings.coordinates(), settings.names());
            case CSV -> new RowExport(target.path(), new JointRows());
            case ANGLES2D_CSV -> new RowExport(target.path(), new PictureAngleRows());
            case PARQUET -> new ParquetExport(target.path(), source.uri(), MotionJsonWriter.header(source,
                    settings.preset(), settings.skeletons(), settings.coordinates(), settings.names()));
            case OPENPOSE -> new OpenPoseExport(target.path(), source.uri());
            case BVH, GLB, NPZ, TRC, MOT, C3D, ANGLES_CSV, ANGLES_JSON, REPORT ->
                throw new IllegalArgumentException(target + " does not hold points");
        };
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        outputs.accept(frame, people);
    }

    @Override
    public void missing(UnreadablePicture picture) {
        outputs.missing(picture);
    }

    @Override
    public void camera(CameraFacts facts) {
        outputs.camera(facts);
    }

    @Override
    public String format() {
        return outputs.format();
    }

    /** The files of bodies that were written; empty before the end. */
    public List<Path> written() {
        return bodies.map(MotionExport::written).orElse(List.of());
    }

    /** What the user should know after the end. */
    public Optional<String> warning() {
        return bodies.flatMap(MotionExport::warning);
    }

    @Override
    public void close() {
        outputs.close();
    }

    @Override
    public void discard() {
        outputs.discard();
    }
}
