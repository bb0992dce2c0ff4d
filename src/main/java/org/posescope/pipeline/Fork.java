package org.posescope.pipeline;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.posescope.pipeline.Job.Route;

/**
 * Two stages that work on the same job at the same time. Both give it to the {@link #join}, which passes it on once, when the second one is
 * through.
 */
record Fork(Route one, Route other) implements Route {
    @Override
    public void accept(Job job) {
        one.accept(job);
        other.accept(job);
    }

    /** @param next takes each job once, when both stages are through with it */
    static Route join(Route next) {
        Set<Job> halfThrough = ConcurrentHashMap.newKeySet();
        return job -> {
            if (!halfThrough.add(job)) {
                halfThrough.remove(job);
                next.accept(job);
            }
        };
    }
}
