package org.posescope.pipeline.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.body.BodyModel;
import org.posescope.detect.PublishedOutputs;
import org.posescope.error.Cleanup;
import org.posescope.error.UserException;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.bottomup.BottomUpPose;
import org.posescope.pose.bottomup.FrameInput;
import org.posescope.pose.bottomup.embedding.AssociativeEmbedding;
import org.posescope.pose.bottomup.movenet.MoveNet;
import org.posescope.pose.bottomup.onestage.OneStagePose;
import org.posescope.pose.bottomup.paf.OpenPose;
import org.posescope.pose.bottomup.paf.OpenPose3d;

/** The network of a bottom-up preset, which sees the whole frame: loads it from its file, with the decoder that its card names. */
public record WholeFrameNetwork(ModelFile file, NetworkChoice choice, SessionOpener opener) implements Networks {
    /** Sides of the input are multiples of it where nothing else is said. */
    private static final int INPUT_STEP = 8;
    private static final String EMBEDDING = "associative-embedding";
    private static final String ZOO_EMBEDDING = "associative-embedding-zoo";
    private static final String OPENPOSE_3D = "openpose-3d";
    private static final String MOVENET = "movenet-multipose";
    /** Networks whose input is of one size, by the names of their decoders. */
    private static final Map<String, PublishedOutputs> ONE_STAGE = Map.of("rtmo", PublishedOutputs.RTMO, "yolo-pose",
            PublishedOutputs.YOLO_POSE, "yolo-pose-final", PublishedOutputs.YOLO_POSE_FINAL, "movenet-people",
            PublishedOutputs.MOVENET);

    @Override
    public List<ModelFile> files() {
        return List.of(file);
    }

    @Override
    public Optional<ModelFile> body() {
        return Optional.empty();
    }

    @Override
    public List<StageSpec> stages(Plan plan, Optional<BodyModel> body, Mode firstMode) {
        if (plan.following().detectEvery() > 0) {
            throw new UserException(file.card().id() + " finds people in every frame; leave --detect-every out");
        }
        return new WholeFrameStages(this::pose, usualThreshold(), plan, body, firstMode).specs();
    }

    @Override
    public List<NetworkCall> calls(int frameWidth, int frameHeight) {
        if (ONE_STAGE.containsKey(file.card().decoder())) {
            return List.of(new NetworkCall("infer", file, file.card().input()));
        }
        return List.of(new NetworkCall("infer", file, FrameInput.sizeFor(file.card().input(), choice.inputHeight(),
                inputStep(), frameWidth, frameHeight)));
    }

    @Override
    public List<Skeleton> skeletons() {
        return Stream.concat(file.card().skeleton().map(Skeletons::byId).stream(), Stream.of(Skeletons.COCO17))
                .distinct().toList();
    }

    @Override
    public boolean lifts() {
        return !file.card().decoder().equals(OPENPOSE_3D);
    }

    @Override
    public float usualThreshold() {
        return (float) file.card().usualThreshold();
    }

    /**
     * A network whose calls may use so many threads.
     *
     * @throws UserException when the decoder of its card is not one for whole frames, or an option does not go with it
     */
    public BottomUpPose pose(int threads) {
        ModelCard card = file.card();
        if (choice.heatmaps().isPresent()) {
            throw new UserException(card.id() + " sees the whole frame; leave --heatmaps out");
        }
        if (ONE_STAGE.containsKey(card.decoder())) {
            return oneStage(ONE_STAGE.get(card.decoder()), threads);
        }
        return switch (card.decoder()) {
            case "openpose" -> {
                requireNoFlipTest();
                yield new OpenPose(open(file, threads), card.input(), choice.inputHeight());
            }
            case ZOO_EMBEDDING -> {
                requireNoFlipTest();
                yield AssociativeEmbedding.ofModelZoo(open(file, threads), card.input(), choice.inputHeight());
            }
            case OPENPOSE_3D -> {
                requireNoFlipTest();
                yield new OpenPose3d(open(file, threads), card.input(), choice.inputHeight());
            }
            case EMBEDDING -> {
                requireNoFlipTest();
                yield new AssociativeEmbedding(open(file, threads), card.input(), choice.inputHeight());
            }
            case MOVENET -> {
                requireNoFlipTest();
                yield new MoveNet(open(file, threads), card.input(), choice.inputHeight());
            }
            default -> throw Networks.unsuitable(card, "for all people of a frame");
        };
    }

    private BottomUpPose oneStage(PublishedOutputs outputs, int threads) {
        requireNoFlipTest();
        if (choice.inputHeight().isPresent()) {
            throw new UserException(file.card().id() + " sees pictures of one size; leave --tsize out");
        }
        Session session = open(file, threads);
        return Cleanup.onFailure(() -> new OneStagePose(session, file.card().input(), outputs), session::close);
    }

    private int inputStep() {
        return switch (file.card().decoder()) {
            case EMBEDDING, ZOO_EMBEDDING -> AssociativeEmbedding.STEP;
            case MOVENET -> MoveNet.STEP;
            default -> INPUT_STEP;
        };
    }

    private void requireNoFlipTest() {
        if (choice.flipTest()) {
            throw new UserException(
                    file.card().id() + " does not look at people in a mirror; leave --flip-test out");
        }
    }

    @Override
    public Session open(ModelFile wanted, int threads) {
        return opener.open(wanted, new SessionOptions(threads, choice.device()));
    }
}
