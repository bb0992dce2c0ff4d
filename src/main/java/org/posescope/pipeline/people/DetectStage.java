package org.posescope.pipeline.people;

import org.posescope.detect.PersonDetector;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;

/**
 * Looks for people in the frames of the schedule, without knowing what was in the frames before, so that several frames can be
 * looked at at the same time.
 */
final class DetectStage implements Stage {
    private final DetectSchedule schedule;
    private final PerMode<PersonDetector> detectors;

    DetectStage(DetectSchedule schedule, PerMode<PersonDetector> detectors) {
        this.schedule = schedule;
        this.detectors = detectors;
    }

    @Override
    public void process(Job job) {
        if (schedule.due(job.sequence(), job.source())) {
            job.detected(detectors.get(job.mode()).detect(job.frame(), job));
        }
    }

    @Override
    public void close() {
        detectors.close();
    }
}
