package org.posescope.pipeline.people;

import java.util.List;
import java.util.function.IntSupplier;

import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.people.sighting.Background;
import org.posescope.plan.Plan.Following;
import org.posescope.pose.Person;
import org.posescope.track.SideKeeper;
import org.posescope.track.Tracker;
import org.posescope.track.TrackerSettings;

/** Gives the people of each frame identities that last, and leaves out those in the background of single pictures. Frames come in order. */
final class TrackStage implements Stage {
    private final boolean wanted;
    private final boolean keepsBackground;
    private final Tracker tracker;
    private final SideKeeper sides = new SideKeeper();
    private long scene;

    /**
     * @param usualThreshold 0..1, of a person, where the plan says none
     * @param ids            gives each person one that nobody else has
     */
    TrackStage(Following following, double usualThreshold, IntSupplier ids) {
        wanted = following.track();
        keepsBackground = following.background();
        TrackerSettings settings = TrackerSettings.defaults();
        // Whoever the network is sure enough of to be counted may be new: nobody looks a second time.
        tracker = new Tracker(
                settings.withHighScore(Math.min(settings.highScore(), following.minPresence(usualThreshold))), ids);
    }

    @Override
    public void process(Job job) {
        if (job.scene() != scene || job.source().kind().still()) {
            scene = job.scene();
            tracker.restart();
        }
        if (wanted) {
            long pts = job.frame().ptsMicros();
            job.people(sides.keep(tracker.update(job.people(), job.frame()), pts));
        }
        if (job.source().kind().still() && !keepsBackground) {
            leaveOutBackground(job);
        }
    }

    private void leaveOutBackground(Job job) {
        List<Person> all = job.people();
        float largest = (float) all.stream().mapToDouble(each -> Background.size(each.box())).max().orElse(0);
        job.people(Background.without(all, largest));
        job.leftOut(all.size() - job.people().size());
    }

    @Override
    public void close() {}
}
