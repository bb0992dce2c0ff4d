package org.posescope.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.posescope.body.floor.Ground;
import org.posescope.body.math.Vec3;
import org.posescope.draw.Layer;
import org.posescope.draw.Layers;
import org.posescope.draw.angle.ArcChoice;
import org.posescope.draw.avatar.Avatar;
import org.posescope.draw.avatar.AvatarReader;
import org.posescope.draw.view.View;
import org.posescope.error.UserException;
import org.posescope.frame.SourceInfo;
import org.posescope.measure.band.BandFile;
import org.posescope.measure.band.NormalBands;
import org.posescope.pipeline.people.camera.ExtrinsicsFile;
import org.posescope.pose.Extrinsics;
import org.posescope.record.export.ExportFormat;
import org.posescope.record.export.ExportTarget;
import org.posescope.record.live.SendTarget;
import org.posescope.record.motion.LengthUnit;
import org.posescope.record.video.VideoOptions;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What to write. */
public final class OutputOptions {
    private static final String STANDARD_OUTPUT = "-";
    private static final double STEEPEST = 89;
    private static final double HIGHEST = 1000;

    @Option(names = {"-o",
        "--output"}, paramLabel = "FILE",
            description = "the annotated pictures: a video (.mp4, .mkv, .webm, "
                    + ".mov, .avi) or numbered images (frames/%%05d.png); may be given more than once")
    private List<String> pictures = List.of();

    @Option(names = "--quality", paramLabel = "0..100", defaultValue = "75",
            description = "quality of recorded videos, the same over the whole video (default: ${DEFAULT-VALUE})")
    private int quality;

    @Option(names = "--size", paramLabel = "WxH", converter = WantedSizeConverter.class,
            description = "size of recorded videos, into which the pictures are fitted, for example 1280x720 "
                    + "(default: that of the pictures; with the 3D view their shorter side is 1080 pixels at most)")
    private WantedSize size;

    @ArgGroup
    private EncoderOptions encoder = new EncoderOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "the motion as JSON Lines; - is standard output")
    private String json;

    @Option(names = "--export", paramLabel = "FILE", completionCandidates = ExportNames.class,
            description = "the motion of everybody, for other programs: ${COMPLETION-CANDIDATES}; may be given more than once")
    private List<String> exports = List.of();

    @Option(names = "--send", paramLabel = "ADDRESS",
            description = "send the motion to another program while it is found: vmc://HOST:PORT (Virtual Motion Capture: avatars of "
                    + "VRM), osc://HOST:PORT (angles), or ws://HOST:PORT, where programs connect to this one by WebSocket (JSON a frame); this "
                    + "machine where no host is given; may be given more than once")
    private List<String> sends = List.of();

    @Option(names = "--export-units", paramLabel = "UNIT", defaultValue = "m",
            converter = LengthUnitConverter.class,
            description = "unit of BVH files: m or cm (default: ${DEFAULT-VALUE})")
    private LengthUnit exportUnit;

    @Option(names = "--normal", paramLabel = "FILE",
            description = "what is normal for angles (CSV or JSON, always or by the gait cycle): shaded in the plots of .html "
                    + "reports, with the time outside of it")
    private Path normal;

    @Option(names = "--extrinsics", paramLabel = "FILE",
            description = "where the camera stands (JSON: R, 3x3, and t in centimetres): exports, JSON and the 3D view are "
                    + "then in the world, with the floor at height 0")
    private Path extrinsics;

    @Option(names = "--tilt", paramLabel = "DEGREES",
            description = "by how much the camera looks down; with --camera-height, in place of what is estimated: exports, JSON "
                    + "and the 3D view are then in the world, as with --extrinsics")
    private Double tilt;

    @Option(names = "--camera-height", paramLabel = "METRES", description = "how high the camera is over the floor")
    private Double cameraHeight;

    @Option(names = "--report", paramLabel = "FILE",
            description = "a report of the run as JSON: counts, speed, memory, models")
    private Path report;

    @Option(names = "--show", paramLabel = "LAYERS", defaultValue = "boxes,skeleton,face,hands,ids,hud",
            description = "what to draw, by "
                    + "commas: mesh, boxes, skeleton, face, hands, joints3d, labels, ids, hud; or all, or none (default: ${DEFAULT-VALUE})")
    private String layers;

    @Option(names = "--arcs", paramLabel = "ANGLES",
            description = "draw angles with their degrees at the joints, by commas: joints (knee, left_elbow) or angles "
                    + "(right_hip_flexion)")
    private String arcs;

    @Option(names = "--avatar", paramLabel = "FILE",
            description = "show people as this figure in place of their bodies: .vrm, or .glb with a humanoid skeleton; it is "
                    + "seen with --show mesh, or --view side-by-side or 3d")
    private Path avatar;

    @Option(names = "--view", paramLabel = "VIEW", defaultValue = "picture",
            description = "what is recorded: picture, "
                    + "side-by-side (the picture and a 3D view of the people), or 3d (default: ${DEFAULT-VALUE})")
    private String view;

    @Option(names = "--mirror",
            description = "turn the pictures that are written left for right, as a mirror shows them; what is written in them can be read, "
                    + "people's left and right stay theirs, and motion and coordinates are of the picture as it was taken")
    private boolean mirror;

    // Said by scripts of other programs, which would open a window otherwise.
    @Option(names = "--no-show", description = "no window: run never opens one")
    @SuppressWarnings("unused")
    private boolean noShow;

    @Option(names = {"-r", "--raw"}, description = "print the results of each frame")
    private boolean raw;

    @Option(names = {"-u",
        "--monitor"}, description = "show speed, latency, stages, processor and memory while running")
    private boolean monitor;

    public List<String> pictures() {
        return pictures;
    }

    /**
     * How videos are encoded.
     *
     * @throws UserException when the quality is out of range
     */
    public VideoOptions video() {
        if (quality < 0 || quality > VideoOptions.BEST) {
            throw new UserException("--quality " + quality + " is not between 0 and " + VideoOptions.BEST);
        }
        return new VideoOptions(quality, Runtime.getRuntime().availableProcessors(), encoder.choice());
    }

    /** How high pictures are made at most: where the size of the video is chosen, they need not be larger. */
    public int lines(SourceInfo source) {
        return Math.min(source.height(), size().map(WantedSize::height)
                .orElseGet(() -> view().usualLines(source.width(), source.height())));
    }

    /** What is to be said where pictures are made smaller than those of the source. */
    public Optional<String> smaller(SourceInfo source) {
        return size == null && !pictures.isEmpty() && lines(source) < source.height()
                ? Optional.of(String.format(Locale.ROOT,
                        "pictures with the 3D view are made %d lines high; --size %dx%d makes them as large as the source",
                        lines(source), view().width(source.width()), source.height()))
                : Optional.empty();
    }

    /** Of recorded videos; empty: that of the pictures. */
    public Optional<WantedSize> size() {
        return Optional.ofNullable(size);
    }

    public Optional<String> json() {
        return Optional.ofNullable(json);
    }

    /**
     * All files that are written.
     *
     * @throws UserException when an export is of no known format
     */
    public WantedFiles files() {
        return new WantedFiles(pictures, json().filter(name -> !name.equals(STANDARD_OUTPUT)), exports(), report());
    }

    /** @throws UserException when one is of no known format */
    public List<ExportTarget> exports() {
        return exports.stream().map(ExportTarget::of).toList();
    }

    /** @throws UserException when one is no address or no host */
    public List<SendTarget> sends() {
        return sends.stream().map(SendTarget::of).toList();
    }

    public LengthUnit exportUnit() {
        return exportUnit;
    }

    /**
     * What is normal for angles.
     *
     * @throws UserException when it cannot be read, or when nothing shows it
     */
    public NormalBands normal() {
        if (normal != null && exports().stream().noneMatch(each -> each.format() == ExportFormat.REPORT)) {
            throw new UserException("--normal is shown in reports alone: add --export FILE.html");
        }
        return Optional.ofNullable(normal).map(BandFile::read).orElse(NormalBands.NONE);
    }

    /** @throws UserException when they cannot be read or are no place of a camera, or when options say too much or too little */
    public Optional<Extrinsics> extrinsics() {
        if (tilt == null && cameraHeight == null) {
            return Optional.ofNullable(extrinsics).map(ExtrinsicsFile::read);
        }
        if (extrinsics != null) {
            throw new UserException(
                    "--extrinsics says how the camera is tilted and how high it is; leave out the others");
        }
        if (tilt == null || cameraHeight == null) {
            throw new UserException("--tilt and --camera-height belong together; give both of them");
        }
        if (!(Math.abs(tilt) <= STEEPEST) || !(Math.abs(cameraHeight) <= HIGHEST)) {
            throw new UserException(String.format(Locale.ROOT,
                    "--tilt %s has to be between -%.0f and %2$.0f degrees, --camera-height %s within %.0f metres", tilt,
                    STEEPEST, cameraHeight, HIGHEST));
        }
        double down = Math.toRadians(tilt);
        return Optional.of(new Ground(new Vec3(0, -Math.cos(down), -Math.sin(down)), cameraHeight).onFloor());
    }

    public Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    public Layers layers() {
        return Layers.parse(layers);
    }

    /**
     * Angles that are drawn into the pictures.
     *
     * @throws UserException when one is unknown, or when no picture shows them
     */
    public Optional<ArcChoice> arcs() {
        if (arcs != null && view() == View.SCENE) {
            throw new UserException("--arcs are drawn into the picture, and --view 3d does not show it");
        }
        return Optional.ofNullable(arcs).map(ArcChoice::parse);
    }

    /**
     * The figure that people are shown as.
     *
     * @throws UserException when it cannot be read, or would not be seen
     */
    public Optional<Avatar> avatar() {
        if (avatar != null && !layers().shown().contains(Layer.MESH) && !view().hasScene()) {
            throw new UserException("--avatar is seen only with --show mesh, or with --view side-by-side or 3d");
        }
        return Optional.ofNullable(avatar).map(AvatarReader::read);
    }

    public View view() {
        return View.of(view);
    }

    /** Whether pictures are written as a mirror shows them. */
    public boolean mirror() {
        return mirror;
    }

    /** Whether somebody gets to know what is found, or how fast. */
    public boolean tellsAnything() {
        return !pictures.isEmpty() || json != null || !exports.isEmpty() || report != null || !sends.isEmpty() || raw
                || monitor;
    }

    public boolean raw() {
        return raw;
    }

    public boolean monitor() {
        return monitor;
    }
}
