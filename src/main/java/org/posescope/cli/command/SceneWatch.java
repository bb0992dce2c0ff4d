package org.posescope.cli.command;

import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.floor.FloorEstimator;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.frame.Frame;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.record.CameraFacts;

/** Follows what is known of the camera and the floor while a run goes on. Used by the delivery thread, asked when it has ended. */
final class SceneWatch {
    private final CameraInUse camera;
    private final Optional<FloorEstimator> floor;
    private Optional<CameraFacts> facts = Optional.empty();

    /**
     * @param camera gets the camera of each result
     * @param body   whose parameters people have
     * @param floor  whether the floor is looked for
     */
    SceneWatch(CameraInUse camera, Optional<BodyModel> body, boolean floor) {
        this.camera = camera;
        this.floor = floor ? Optional.of(new FloorEstimator(body)) : Optional.empty();
    }

    /** Takes the next result; empty where nobody was placed. */
    Optional<CameraFacts> at(FrameResult result) {
        Frame frame = result.frame();
        camera.use(result.camera(), frame.width(), frame.height());
        floor.ifPresent(each -> each.at(result.people(), frame.ptsMicros()));
        Optional<CameraFacts> now = result.camera().map(known -> new CameraFacts(known,
                known.fieldOfView(frame.width(), frame.height()), floor.flatMap(FloorEstimator::ground)));
        facts = now.or(() -> facts);
        return now;
    }

    /** What is known by now. */
    Optional<CameraFacts> facts() {
        return facts;
    }
}
