package org.posescope.pipeline.people;

import org.posescope.detect.PersonDetector;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.metrics.Mode;

/**
 * Looks for people in the frames of the schedule, without knowing what was in the frames before, so that several frames can be
 * looked at at the same time.
 */
final class DetectStage implements Stage {
    private final DetectSchedule schedule;
    private final PerMode<PersonDetector> detectors;
    private final boolean besideInMinLatency;

    /** @param besideInMinLatency in min-latency mode the look is left to the pose stage, which has it done beside its own work */
    DetectStage(DetectSchedule schedule, PerMode<PersonDetector> detectors, boolean besideInMinLatency) {
        this.schedule = schedule;
        this.detectors = detectors;
        this.besideInMinLatency = besideInMinLatency;
    }

    @Override
    public void process(Job job) {
        if (schedule.due(job.sequence(), job.source(), job.frame().ptsMicros(), job.gapMicros())) {
            if (besideInMinLatency && job.mode() == Mode.MIN_LATENCY) {
                DetectorLook.leave(job);
            } else {
                DetectorLook.found(job, detectors.get(job.mode()).detect(job.frame(), job));
            }
        }
    }

    @Override
    public void close() {
        detectors.close();
    }
}
