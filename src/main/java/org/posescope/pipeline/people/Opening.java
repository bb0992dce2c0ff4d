package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.frame.SourceInfo.Kind;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.sighting.RegionSearch;
import org.posescope.pipeline.people.sighting.RegionSearch.Eyes;
import org.posescope.pipeline.people.sighting.RegionSearch.Patience;
import org.posescope.pipeline.people.sighting.Sight;
import org.posescope.pipeline.people.sighting.Sighting;
import org.posescope.plan.Plan.Following;
import org.posescope.pose.topdown.TopDownPose;

/**
 * Who is in a frame into which nobody is followed: a picture, or the first frame of a scene. Nothing of the frames before is needed for
 * that, so that in async mode people are looked for in it while those are still worked on.
 */
final class Opening implements AutoCloseable {
    private static final Job.Attachment<List<Sighting>> PEOPLE = new Job.Attachment<>("people of an opening frame");

    private final PerMode<TopDownPose> networks;
    private final Sight sight;
    private final Following following;

    /** @param networks look at people, of several frames at the same time */
    Opening(PerMode<TopDownPose> networks, Sight sight, Following following) {
        this.networks = networks;
        this.sight = sight;
        this.following = following;
    }

    /** Whom a search showed that was made ahead; empty where none was made. */
    static Optional<List<Sighting>> people(Job job) {
        return job.attached(PEOPLE);
    }

    /**
     * Looks for those whom a detector found in the frame, if it opens a scene. Several people of a frame that somebody waits for are left to be
     * shared out among copies of the network.
     */
    void search(Job job, List<Detection> found, PersonDetector detector) {
        Kind kind = job.source().kind();
        boolean opens = kind.still() || job.gapMicros().isEmpty();
        if (job.mode() != Mode.ASYNC || !opens || (kind != Kind.IMAGE_FOLDER && found.size() > 1)) {
            return;
        }
        TopDownPose network = networks.get(job.mode());
        Eyes eyes = new Eyes(job.frame(), (frame, regions) -> network.estimate(frame, regions, job), detector, job);
        List<Detection> newcomers = found.stream().limit(following.maxPeople()).toList();
        job.attach(PEOPLE, List.copyOf(
                new RegionSearch(eyes, sight, following.minPresence(sight.usualThreshold()))
                        .people(newcomers, List.of(), Patience.of(job, newcomers.size()))));
    }

    @Override
    public void close() {
        networks.close();
    }
}
