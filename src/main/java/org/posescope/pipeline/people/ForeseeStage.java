package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.List;

import org.posescope.error.Cleanup;
import org.posescope.frame.Region;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.crew.Relay;
import org.posescope.pipeline.people.foresight.Foresight;
import org.posescope.pipeline.people.foresight.Foresight.Course;
import org.posescope.pipeline.people.foresight.Foresight.Foretold;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/**
 * In async mode, looks at people where they are foretold to be, while the frames before are still worked on. Whether that was near enough
 * {@link PoseStage} decides.
 */
final class ForeseeStage implements Stage {
    private final Foresight foresight;
    private final Relay relay;
    private final PerMode<TopDownPose> networks;

    /** @param relay is told of frames in which nobody is foretold, to be looked at as soon as it is known where */
    ForeseeStage(Foresight foresight, Relay relay, PerMode<TopDownPose> networks) {
        this.foresight = foresight;
        this.relay = relay;
        this.networks = networks;
    }

    @Override
    public void process(Job job) {
        if (job.mode() != Mode.ASYNC) {
            return;
        }
        List<Course> courses = new ArrayList<>();
        List<Region> regions = new ArrayList<>();
        for (Course course : foresight.courses(job)) {
            // Where the frame before would have the network look is where they are in the frame before.
            Region region = course.at(job.frame().ptsMicros() - job.gapMicros().orElseThrow());
            if (region.usable(job.frame().width(), job.frame().height())) {
                courses.add(course);
                regions.add(region);
            }
        }
        if (courses.isEmpty() && !job.source().kind().still()) {
            relay.open(job);
        } else if (!regions.isEmpty()) {
            List<PoseObservation> seen = networks.get(job.mode()).estimate(job.frame(), regions, job);
            List<Foretold> looks = new ArrayList<>();
            for (int i = 0; i < regions.size(); i++) {
                looks.add(new Foretold(courses.get(i).who(), regions.get(i), seen.get(i)));
            }
            Foretold.leave(job, looks);
        }
    }

    @Override
    public void close() {
        Cleanup.all(relay::clear, networks::close);
    }
}
