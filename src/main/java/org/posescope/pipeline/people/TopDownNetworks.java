package org.posescope.pipeline.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.posescope.body.BodyModel;
import org.posescope.body.regress.BodyRegressor;
import org.posescope.detect.BlazePoseDetector;
import org.posescope.detect.FaceDetector;
import org.posescope.detect.JoinedDetector;
import org.posescope.detect.NanoDet;
import org.posescope.detect.PersonDetector;
import org.posescope.detect.PublishedDetector;
import org.posescope.detect.PublishedOutputs;
import org.posescope.detect.YoloxBoxes;
import org.posescope.detect.YoloxDetector;
import org.posescope.error.Cleanup;
import org.posescope.error.UserException;
import org.posescope.frame.Region;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.model.DetailModels;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.sighting.Sight;
import org.posescope.pipeline.people.sighting.Sighting.Scoring;
import org.posescope.plan.HeatmapDecoding;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;
import org.posescope.pose.Alignment;
import org.posescope.pose.Box;
import org.posescope.pose.Details;
import org.posescope.pose.Face;
import org.posescope.pose.Hand;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.blazepose.BlazePose;
import org.posescope.pose.detail.PartFinder;
import org.posescope.pose.detail.RegionNetwork;
import org.posescope.pose.face.FaceMesh;
import org.posescope.pose.face.FaceRegions;
import org.posescope.pose.hand.HandLandmarks;
import org.posescope.pose.hand.HandRecrop;
import org.posescope.pose.hand.HandRegions;
import org.posescope.pose.heatmap.HeatmapPose;
import org.posescope.pose.heatmap.PersonView;
import org.posescope.pose.heatmap.PointOutputs;
import org.posescope.pose.topdown.TopDownPose;

/**
 * The networks of a top-down preset: loads them from files, with the decoders that their cards name.
 *
 * @param finder      helps the detector to find small people and many, if any
 * @param body        regresses bodies, if any
 * @param details     find hands and faces, if any do
 * @param minPresence 0..1, people with a lower score are left out
 * @param choice      how they are run
 * @param opener      of the sessions
 */
public record TopDownNetworks(ModelFile detector, Optional<ModelFile> finder, ModelFile pose, Optional<ModelFile> body,
        Optional<DetailModels<ModelFile>> details, float minPresence, NetworkChoice choice,
        SessionOpener opener) implements Networks {
    /** SimCC with a third axis. */
    private static final String SPATIAL = "simcc-3d";
    /** Of networks that look at people in boxes, by the names of their decoders. */
    private static final Map<String, PointOutputs> POINTS = Map.of("heatmaps", PointOutputs.HEATMAPS,
            "heatmaps-dark", PointOutputs.HEATMAPS_DARK, "heatmaps-udp", PointOutputs.HEATMAPS_UDP, "simcc",
            PointOutputs.SIMCC, SPATIAL, PointOutputs.SIMCC, "movenet", PointOutputs.MOVENET,
            "movenet-points", PointOutputs.MOVENET_POINTS);
    /** Of detectors, likewise. */
    private static final Map<String, PublishedOutputs> BOXES = Map.of("mmdeploy-boxes", PublishedOutputs.MMDEPLOY,
            "mmdeploy-all", PublishedOutputs.MMDEPLOY_ALL, "rtmdet-levels", PublishedOutputs.RTMDET_LEVELS,
            "rtmdet-levels-cells", PublishedOutputs.RTMDET_LEVELS_CELLS, "yolo", PublishedOutputs.YOLO, "yolo-final",
            PublishedOutputs.YOLO_FINAL, "detr", PublishedOutputs.DETR);
    private static final String NANODET = "nanodet";
    private static final String REGRESSION = "hmr";

    /** The same networks, in sessions that are opened in another way. */
    public TopDownNetworks withOpener(SessionOpener newOpener) {
        return new TopDownNetworks(detector, finder, pose, body, details, minPresence, choice, newOpener);
    }

    @Override
    public List<ModelFile> files() {
        Stream<ModelFile> people = Stream.of(Optional.of(detector), finder, Optional.of(pose), body)
                .flatMap(Optional::stream);
        return Stream.concat(people, details.stream().flatMap(each -> each.all().stream())).toList();
    }

    @Override
    public List<StageSpec> stages(Plan plan, Optional<BodyModel> fitted, Mode firstMode) {
        return new TopDownStages(
                new TopDownStages.Loaders(this::detector, this::pose, body.map(any -> this::body),
                        details.map(any -> new TopDownStages.PartLoaders(this::hands, this::face)), sight()),
                plan, fitted, firstMode).specs();
    }

    @Override
    public List<NetworkCall> calls(int frameWidth, int frameHeight) {
        return Stream.of(Optional.of(call("detect", detector)), finder.map(file -> call("find", file)),
                Optional.of(call("infer", pose))).flatMap(Optional::stream).toList();
    }

    private static NetworkCall call(String step, ModelFile file) {
        return new NetworkCall(step, file, file.card().input());
    }

    @Override
    public List<Skeleton> skeletons() {
        Stream<Skeleton> ofPose = pose.card().skeleton().map(Skeletons::byId).stream()
                .flatMap(each -> Stream.concat(Stream.of(each), SpaceJoints.liftable(each).stream()));
        Stream<Skeleton> ofBody = body.stream().map(any -> Skeletons.SMPL24);
        Stream<Skeleton> ofDetails = details.stream().flatMap(each -> each.face().card().skeleton().stream())
                .flatMap(face -> Details.skeletons(Skeletons.byId(face)).stream());
        return Stream.of(Stream.of(Skeletons.COCO17), ofPose, ofBody, ofDetails).flatMap(Function.identity()).distinct()
                .toList();
    }

    @Override
    public float usualThreshold() {
        return (float) pose.card().usualThreshold();
    }

    /**
     * A detector whose calls may use so many threads; the caller closes it.
     *
     * @throws UserException when its decoder is not one of detectors
     */
    public PersonDetector detector(int threads) {
        PersonDetector own = detector(detector, threads);
        if (finder.isEmpty()) {
            return own;
        }
        return new JoinedDetector(own, Cleanup.onFailure(() -> detector(finder.get(), threads), own::close),
                threads == 1);
    }

    private PersonDetector detector(ModelFile file, int threads) {
        ModelCard card = file.card();
        PublishedOutputs outputs = BOXES.get(card.decoder());
        if (outputs != null) {
            return made(file, threads,
                    session -> PublishedDetector.of(session, card.input(), minPresence, outputs, view()));
        }
        return switch (card.decoder()) {
            case "blazepose-detector" -> made(file, threads,
                    session -> new BlazePoseDetector(session, card.input(), minPresence));
            case "yolox" -> yolox(file, threads, YoloxBoxes.IN_CELLS);
            case "yolox-decoded" -> yolox(file, threads, YoloxBoxes.IN_PIXELS);
            case NANODET -> made(file, threads, session -> NanoDet.detector(session, card.input(),
                    scoring().leastDetection(minPresence), view()));
            default -> throw Networks.unsuitable(card, "as a detector");
        };
    }

    private PersonDetector yolox(ModelFile file, int threads, YoloxBoxes boxes) {
        return made(file, threads,
                session -> new YoloxDetector(session, file.card().input(), minPresence, boxes, view()));
    }

    private Sight sight() {
        return new Sight(usualThreshold(), scoring(), followsTurns() ? Alignment::alternatives : _ -> List.of());
    }

    private Scoring scoring() {
        boolean calibrated = Stream.of(Optional.of(detector), finder).flatMap(Optional::stream)
                .anyMatch(file -> file.card().decoder().equals(NANODET));
        return calibrated && followsTurns() ? Scoring.CALIBRATED : Scoring.BY_POSE;
    }

    @Override
    public boolean lifts() {
        return body.isEmpty() && !followsTurns() && !pose.card().decoder().equals(SPATIAL);
    }

    /** Whether the pose network looks at bodies turned upright. */
    private boolean followsTurns() {
        return pose.card().decoder().equals(BlazePose.DECODER);
    }

    /** What the pose network wants to see of somebody in a box. */
    public Function<Box, Region> view() {
        return POINTS.containsKey(pose.card().decoder())
                ? PersonView.of(pose.card().input())::region
                : Alignment::region;
    }

    /** Likewise, a pose network. */
    public TopDownPose pose(int threads) {
        ModelCard card = pose.card();
        boolean heatmaps = card.decoder().startsWith(HeatmapDecoding.QUARTER.decoder());
        if (choice.heatmaps().isPresent() && !heatmaps) {
            throw new UserException(card.id() + " gives no heatmaps; leave --heatmaps out");
        }
        if (followsTurns()) {
            return made(pose, threads, session -> new BlazePose(session, card.input()));
        }
        if (!POINTS.containsKey(card.decoder())) {
            throw Networks.unsuitable(card, "for the pose of a person");
        }
        return points(threads,
                POINTS.get(choice.heatmaps().map(HeatmapDecoding::decoder).orElse(card.decoder())));
    }

    private TopDownPose points(int threads, PointOutputs outputs) {
        ModelCard card = pose.card();
        if (!outputs.mirrors() && choice.flipTest()) {
            throw new UserException(card.id() + " does not look at people in a mirror; leave --flip-test out");
        }
        Skeleton skeleton = card.skeleton().map(Skeletons::byId)
                .orElseThrow(() -> Networks.unsuitable(card, "for the pose of a person without a skeleton"));
        return made(pose, threads,
                session -> new HeatmapPose(session, card.input(), skeleton, outputs, choice.flipTest()));
    }

    /**
     * Likewise, the network that regresses bodies.
     *
     * @throws IllegalStateException when there is none
     */
    public BodyRegressor body(int threads) {
        ModelFile file = body.orElseThrow(() -> new IllegalStateException("no network regresses bodies"));
        if (!file.card().decoder().equals(REGRESSION)) {
            throw Networks.unsuitable(file.card(), "for the body of a person");
        }
        return made(file, threads, session -> new BodyRegressor(session, file.card().input()));
    }

    /**
     * Likewise, what finds hands.
     *
     * @throws IllegalStateException when there is none
     */
    public PartFinder<Hand> hands(int threads) {
        DetailModels<ModelFile> files = details.orElseThrow(() -> new IllegalStateException("nothing finds hands"));
        requireDecoder(files.handRegion(), HandRecrop.DECODER, "to tell where hands are");
        requireDecoder(files.hand(), HandLandmarks.DECODER, "for the points of hands");
        RegionNetwork regions = made(files.handRegion(), threads,
                session -> new HandRecrop(session, files.handRegion().card().input()));
        return Cleanup.onFailure(() -> new PartFinder<>(regions, made(files.hand(), threads,
                session -> new HandLandmarks(session, files.hand().card().input())), HandRegions.FOLLOW),
                regions::close);
    }

    /** As {@link #hands}, faces. */
    public PartFinder<Face> face(int threads) {
        DetailModels<ModelFile> files = details.orElseThrow(() -> new IllegalStateException("nothing finds faces"));
        requireDecoder(files.faceDetector(), FaceDetector.DECODER, "to tell where faces are");
        boolean refined = files.face().card().decoder().equals(FaceMesh.REFINED_DECODER);
        requireDecoder(files.face(), refined ? FaceMesh.REFINED_DECODER : FaceMesh.DECODER, "for the points of faces");
        RegionNetwork regions = made(files.faceDetector(), threads,
                session -> new FaceDetector(session, files.faceDetector().card().input()));
        return Cleanup.onFailure(() -> new PartFinder<>(regions, made(files.face(), threads,
                session -> refined
                        ? FaceMesh.refined(session, files.face().card().input())
                        : FaceMesh.plain(session, files.face().card().input())),
                FaceRegions.FOLLOW), regions::close);
    }

    private static void requireDecoder(ModelFile file, String decoder, String use) {
        if (!file.card().decoder().equals(decoder)) {
            throw Networks.unsuitable(file.card(), use);
        }
    }

    /** A network made of its session, which is closed where that fails. */
    private <N> N made(ModelFile file, int threads, Function<Session, N> maker) {
        Session session = open(file, threads);
        return Cleanup.onFailure(() -> maker.apply(session), session::close);
    }

    @Override
    public Session open(ModelFile file, int threads) {
        return opener.open(file, new SessionOptions(threads, choice.device(), BlazePose.unreadOutputs(file.card())));
    }
}
