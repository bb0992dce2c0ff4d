package org.posescope.record.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.posescope.body.BodyModel;
import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.record.Coordinates;
import org.posescope.record.FrameOutput;
import org.posescope.record.measure.AnglesCsv;
import org.posescope.record.measure.AnglesJson;
import org.posescope.record.measure.C3dFile;
import org.posescope.record.measure.MotFile;
import org.posescope.record.measure.ReportFile;
import org.posescope.record.motion.AmassFile;
import org.posescope.record.motion.BvhFile;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionFile;
import org.posescope.record.motion.MotionRecorder;
import org.posescope.record.motion.PersonFiles;
import org.posescope.record.motion.TrcFile;
import org.posescope.record.motion.gltf.GlbFile;

/**
 * Keeps the bodies of a run and writes them to files of one or more formats when it is closed, so that what was recorded until
 * then is there whatever ended the run. Where nobody had a body no file is written. Memory: 444 bytes a person and frame, 980 with fingers and a face.
 */
final class MotionExport implements FrameOutput {
    /** Of pictures that have no time. */
    private static final double STILL_FPS = 30;

    private final List<ExportTarget> targets;
    private final BodyModel model;
    private final ExportSettings settings;
    private final MotionRecorder recorder;
    private final List<Path> written = new ArrayList<>();
    private boolean closed;

    private MotionExport(List<ExportTarget> targets, BodyModel model, ExportSettings settings,
            MotionRecorder recorder) {
        this.targets = List.copyOf(targets);
        this.model = model;
        this.settings = settings;
        this.recorder = recorder;
    }

    /**
     * Begins to collect.
     *
     * @param targets of formats that need bodies
     * @param settings with a body; people whose coordinates are those of the camera are put onto the floor that is found
     * @param fps     of the source, to which the motion is resampled; 0 where there is no time
     */
    static MotionExport start(List<ExportTarget> targets, ExportSettings settings, double fps) {
        BodyModel model = settings.body().orElseThrow();
        double rate = fps > 0 ? fps : STILL_FPS;
        return new MotionExport(targets, model, settings, settings.coordinates() == Coordinates.CAMERA
                ? MotionRecorder.onFloor(model, rate)
                : new MotionRecorder(model, rate));
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        if (closed) {
            throw new IllegalStateException("the export is closed");
        }
        recorder.accept(frame.ptsMicros(), people);
    }

    @Override
    public void camera(CameraFacts facts) {
        recorder.focal(facts.camera().focal());
    }

    @Override
    public String format() {
        return targets.stream().map(target -> target.format().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** What was written; empty before it is closed. */
    public List<Path> written() {
        return List.copyOf(written);
    }

    /** Why there is nothing to see, for the user. */
    public Optional<String> warning() {
        return closed && written.isEmpty()
                ? Optional.of("nobody was seen, so no motion was exported to "
                        + targets.stream().map(target -> target.path().toString()).collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    /** Writes all files, the rest of them even when one fails in whatever way; the first failure is thrown. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Motion motion = recorder.motion().named(settings.names());
        Cleanup.each(targets, target -> written.addAll(file(target.format()).write(motion, target.path())));
    }

    @Override
    public void discard() {
        closed = true;
    }

    /** As AMASS has it; of a model with a face another file beside it, {@code walk-smplx.npz}, which has the face too. */
    private MotionFile npz() {
        if (model.expressionComponents() == 0) {
            return new PersonFiles(new AmassFile(model));
        }
        return (motion, file) -> {
            List<Path> files = new ArrayList<>(new PersonFiles(AmassFile.ofSmplh(model)).write(motion, file));
            String name = file.getFileName().toString();
            Path whole = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-smplx.npz");
            files.addAll(new PersonFiles(new AmassFile(model)).write(motion, whole));
            return files;
        };
    }

    private MotionFile file(ExportFormat format) {
        return switch (format) {
            case BVH -> new PersonFiles(new BvhFile(model, settings.unit()));
            case NPZ -> npz();
            case TRC -> new PersonFiles(new TrcFile(model));
            case GLB -> new GlbFile(model);
            case MOT -> new PersonFiles(new MotFile());
            case C3D -> new PersonFiles(new C3dFile(model));
            case ANGLES_CSV -> new AnglesCsv(model);
            case ANGLES_JSON -> new AnglesJson(model);
            case REPORT -> new ReportFile(model, settings.normal());
            default -> throw new IllegalArgumentException(format + " holds no bodies");
        };
    }
}
