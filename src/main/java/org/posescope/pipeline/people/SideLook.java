package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.error.Cleanup;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.people.crew.Waiting;

/** The look of a detector at a frame while something else is done with the same frame. One thread uses it at a time. */
final class SideLook implements AutoCloseable {
    private final PerMode<PersonDetector> detectors;
    private Optional<ExecutorService> helper = Optional.empty();

    SideLook(PerMode<PersonDetector> detectors) {
        this.detectors = detectors;
    }

    /**
     * Has the detector look at the frame of a job that wants it, and does the work meanwhile. When this returns, by whatever way,
     * nobody reads the frame any more, and the job has its detections.
     */
    <T> T during(Job job, Supplier<T> work) {
        if (job.attached(DetectStage.LEFT).isEmpty()) {
            return work.get();
        }
        PersonDetector detector = detectors.get(job.mode());
        Future<List<Detection>> look = helper().submit(() -> detector.detect(job.frame(), job));
        T done = Cleanup.onFailure(work, () -> Waiting.until(look));
        job.attach(DetectStage.FOUND, List.copyOf(Waiting.until(look)));
        return done;
    }

    private ExecutorService helper() {
        if (helper.isEmpty()) {
            helper = Optional.of(Waiting.helpers("posescope-detect-helper", 1));
        }
        return helper.get();
    }

    @Override
    public void close() {
        helper.ifPresent(ExecutorService::shutdownNow);
    }
}
