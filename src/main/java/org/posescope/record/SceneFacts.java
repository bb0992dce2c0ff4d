package org.posescope.record;

import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.floor.FloorEstimator;
import org.posescope.frame.Frame;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/** What is known of camera and floor while the frames of a run come one after the other. Used by one thread at a time. */
public final class SceneFacts {
    private final Optional<FloorEstimator> floor;

    private SceneFacts(Optional<FloorEstimator> floor) {
        this.floor = floor;
    }

    /**
     * Looks for the floor.
     *
     * @param body whose parameters people have; empty: their joints tell where they stand
     */
    public static SceneFacts withFloor(Optional<BodyModel> body) {
        return new SceneFacts(Optional.of(new FloorEstimator(body)));
    }

    /** Of the camera alone. */
    public static SceneFacts ofCamera() {
        return new SceneFacts(Optional.empty());
    }

    /**
     * Takes the people of the next frame; empty where its camera is not known.
     *
     * @param frame  as large as the picture that they were seen in
     * @param camera that they were placed for
     * @param people in the camera frame
     */
    public Optional<CameraFacts> at(Frame frame, Optional<Camera> camera, List<Person> people) {
        return at(frame.ptsMicros(), frame.width(), frame.height(), camera, people);
    }

    /**
     * As the other, of a frame whose picture is gone.
     *
     * @param ptsMicros time of the frame in its source
     * @param width     that its picture had, pixels
     * @param height    likewise
     */
    public Optional<CameraFacts> at(long ptsMicros, int width, int height, Optional<Camera> camera,
            List<Person> people) {
        floor.ifPresent(each -> each.at(people, ptsMicros));
        return camera.map(known -> new CameraFacts(known, known.fieldOfView(width, height),
                floor.flatMap(FloorEstimator::ground)));
    }
}
