package org.posescope.cli.command;

import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.frame.Frame;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.record.CameraFacts;
import org.posescope.record.SceneFacts;

/** Follows what is known of the camera and the floor while a run goes on. Used by the delivery thread, asked when it has ended. */
final class SceneWatch {
    private final CameraInUse camera;
    private final SceneFacts scene;
    private Optional<CameraFacts> facts = Optional.empty();

    /**
     * @param camera gets the camera of each result
     * @param body   whose parameters people have
     * @param floor  whether the floor is looked for
     */
    SceneWatch(CameraInUse camera, Optional<BodyModel> body, boolean floor) {
        this.camera = camera;
        this.scene = floor ? SceneFacts.withFloor(body) : SceneFacts.ofCamera();
    }

    /** Takes the next result; empty where nobody was placed. */
    Optional<CameraFacts> at(FrameResult result) {
        Frame frame = result.frame();
        camera.use(result.camera(), frame.width(), frame.height());
        Optional<CameraFacts> now = scene.at(frame, result.camera(), result.people());
        facts = now.or(() -> facts);
        return now;
    }

    /** What is known by now. */
    Optional<CameraFacts> facts() {
        return facts;
    }
}
