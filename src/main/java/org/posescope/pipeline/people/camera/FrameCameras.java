package org.posescope.pipeline.people.camera;

import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.PictureFile;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.Job;
import org.posescope.plan.Plan.Place;
import org.posescope.pose.Camera;

/**
 * Says with which camera the frame of a job was taken: the user's lens; else that of the picture's file; else what people suggest, of a
 * still picture that picture's, of a video those since its beginning. Frames come in order; one thread at a time.
 */
public final class FrameCameras {
    private final Place place;
    private LensEstimate estimate;
    private Optional<SourceInfo> source = Optional.empty();

    public FrameCameras(Place place) {
        this.place = place;
        this.estimate = new LensEstimate(place.fieldOfView());
    }

    /** The camera that a stage before has found people with, or else the one that is decided now; people have not been placed yet. */
    public Camera of(Job job) {
        Camera camera = job.camera().orElseGet(() -> decide(job));
        job.camera(camera);
        return camera;
    }

    private Camera decide(Job job) {
        Frame frame = job.frame();
        if (!place.estimatesLens()) {
            return beforePeople(place, frame);
        }
        if (job.source().kind().still() || !source.equals(Optional.of(job.source()))) {
            source = Optional.of(job.source());
            estimate = new LensEstimate(place.fieldOfView());
        }
        return fromFile(frame).orElseGet(() -> Camera.ofFieldOfView(
                estimate.at(job.people(), frame.ptsMicros(), frame.width(), frame.height()), frame.width(),
                frame.height()));
    }

    /** What is known of a camera before anybody was looked for in its picture. */
    public static Camera beforePeople(Place place, Frame frame) {
        return Optional.of(place).filter(Place::estimatesLens).flatMap(any -> fromFile(frame))
                .orElseGet(() -> place.lens().camera(frame.width(), frame.height()));
    }

    private static Optional<Camera> fromFile(Frame frame) {
        return frame.file().map(PictureFile::focal).filter(focal -> focal > 0)
                .map(focal -> Camera.ofFocal(focal, frame.width(), frame.height()));
    }
}
