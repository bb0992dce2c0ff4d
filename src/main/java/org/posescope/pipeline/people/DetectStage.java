package org.posescope.pipeline.people;

import java.util.List;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.people.foresight.Calm;
import org.posescope.pipeline.metrics.Mode;

/**
 * Looks for people in the frames of the schedule, without knowing what is in the frames shortly before, so that several frames can be
 * looked at at the same time.
 */
final class DetectStage implements Stage {
    /** Whom a detector found, on the job of a frame that one has looked at. */
    static final Job.Attachment<List<Detection>> FOUND = new Job.Attachment<>("detections");
    /** On the job of a frame that a later stage is to have a detector look at. */
    static final Job.Attachment<Boolean> LEFT = new Job.Attachment<>("look left to a later stage");

    private final DetectSchedule schedule;
    private final Calm calm;
    private final PerMode<PersonDetector> detectors;
    private final boolean besideInMinLatency;

    /** @param besideInMinLatency in min-latency mode the look is left to the pose stage, which has it done beside its own work */
    DetectStage(DetectSchedule schedule, Calm calm, PerMode<PersonDetector> detectors, boolean besideInMinLatency) {
        this.schedule = schedule;
        this.calm = calm;
        this.detectors = detectors;
        this.besideInMinLatency = besideInMinLatency;
    }

    @Override
    public void process(Job job) {
        if (schedule.due(job.sequence(), job.source(), job.frame().ptsMicros(), job.gapMicros(),
                calm.before(job.sequence(), job.scene(), job.frame().ptsMicros()))) {
            if (besideInMinLatency && job.mode() == Mode.MIN_LATENCY) {
                job.attach(LEFT, true);
            } else {
                job.attach(FOUND, List.copyOf(detectors.get(job.mode()).detect(job.frame(), job)));
            }
        }
    }

    @Override
    public void close() {
        detectors.close();
    }
}
