package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.error.Cleanup;
import org.posescope.error.Waiting;
import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.DetectSchedule.Calm;
import org.posescope.pipeline.people.DetectSchedule.Calm.Spell;

/**
 * Looks for people in the frames of the schedule, without knowing what is in the frames shortly before, so that several frames can be
 * looked at at the same time.
 */
final class DetectStage implements Stage {
    /** Whom a detector found, on the job of a frame that one has looked at. */
    static final Job.Attachment<List<Detection>> FOUND = new Job.Attachment<>("detections");
    /** On the job of a frame that a later stage is to have a detector look at. */
    private static final Job.Attachment<Look> LEFT = new Job.Attachment<>("look left to a later stage");

    private final DetectSchedule schedule;
    private final Calm calm;
    private final PerMode<PersonDetector> detectors;
    private final boolean besideInMinLatency;
    private final Optional<Opening> opening;

    /**
     * @param besideInMinLatency in min-latency mode the look is left to the pose stage, which has it done beside its own work
     * @param opening            looks for those who were found; empty: that is left to the pose stage
     */
    DetectStage(DetectSchedule schedule, Calm calm, PerMode<PersonDetector> detectors, boolean besideInMinLatency,
            Optional<Opening> opening) {
        this.schedule = schedule;
        this.calm = calm;
        this.detectors = detectors;
        this.besideInMinLatency = besideInMinLatency;
        this.opening = opening;
    }

    @Override
    public void process(Job job) {
        boolean still = job.source().kind().still();
        Optional<Spell> before = still
                ? Optional.empty()
                : calm.before(job.sequence(), job.scene(), job.frame().ptsMicros());
        if (still || schedule.due(job.sequence(), job.followedMicros(), job.gapMicros(), !job.adjacent(),
                before.filter(Spell::calm).isPresent())) {
            Look look = before.filter(Spell::certain).isPresent() ? PersonDetector::glance : PersonDetector::detect;
            if (besideInMinLatency && job.mode() == Mode.MIN_LATENCY) {
                job.attach(LEFT, look);
            } else {
                PersonDetector detector = detectors.get(job.mode());
                List<Detection> found = List.copyOf(look.with(detector, job.frame(), job));
                job.attach(FOUND, found);
                opening.ifPresent(each -> each.search(job, found, detector));
            }
        }
    }

    /** How a detector looks at a frame. */
    private interface Look {
        List<Detection> with(PersonDetector detector, Frame frame, StepListener steps);
    }

    @Override
    public void close() {
        Cleanup.all(detectors::close, () -> opening.ifPresent(Opening::close));
    }

    /** The look of a detector at a frame while something else is done with the same frame. One thread uses it at a time. */
    static final class SideLook implements AutoCloseable {
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
            Optional<Look> left = job.attached(LEFT);
            if (left.isEmpty()) {
                return work.get();
            }
            PersonDetector detector = detectors.get(job.mode());
            Future<List<Detection>> look = helper().submit(() -> left.get().with(detector, job.frame(), job));
            T done = Cleanup.onFailure(work, () -> Waiting.until(look));
            job.attach(FOUND, List.copyOf(Waiting.until(look)));
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
}
