package org.posescope.pipeline.people;

import java.util.Set;

import org.posescope.detect.BlazePoseDetector;
import org.posescope.detect.PersonDetector;
import org.posescope.detect.YoloxDetector;
import org.posescope.error.UserException;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.pose.blazepose.BlazePose;
import org.posescope.pose.topdown.TopDownPose;

/**
 * Loads networks from files, with the decoders that their cards name.
 *
 * @param minDetection 0..1, detections below it are left out
 * @param device       as in {@link SessionOptions}
 */
public record StoredModels(ModelFile detector, ModelFile pose, float minDetection,
        String device) implements ModelFactory {
    private static final String LANDMARKS = "blazepose-landmarks";

    @Override
    public PersonDetector detector(int threads) {
        ModelCard card = detector.card();
        return switch (card.decoder()) {
            case "blazepose-detector" -> new BlazePoseDetector(open(detector, threads), card.input(), minDetection);
            case "yolox" -> new YoloxDetector(open(detector, threads), card.input(), minDetection);
            default ->
                throw new UserException(card.id() + " cannot be used as a detector: its decoder is " + card.decoder());
        };
    }

    @Override
    public TopDownPose pose(int threads) {
        ModelCard card = pose.card();
        if (!card.decoder().equals(LANDMARKS)) {
            throw new UserException(
                    card.id() + " cannot be used for the pose of a person: its decoder is " + card.decoder());
        }
        return new BlazePose(open(pose, threads), card.input());
    }

    /** The bare network of one of the files. */
    public Session open(ModelFile file, int threads) {
        Set<String> unread = file.card().decoder().equals(LANDMARKS) ? BlazePose.UNREAD_OUTPUTS : Set.of();
        return Sessions.open(file, new SessionOptions(threads, device, unread));
    }
}
