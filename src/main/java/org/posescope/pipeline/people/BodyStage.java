package org.posescope.pipeline.people;

import org.posescope.body.BodyModel;
import org.posescope.body.fit.BodyFitter;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pose.Lens;

/** Gives each person a body that fits their landmarks. Frames come in order. */
final class BodyStage implements Stage {
    private final BodyModel model;
    private final Lens lens;
    private BodyFitter fitter;
    private long scene = -1;

    BodyStage(BodyModel model, Lens lens) {
        this.model = model;
        this.lens = lens;
        this.fitter = new BodyFitter(model);
    }

    @Override
    public void process(Job job) {
        if (job.scene() != scene || job.source().kind().still()) {
            scene = job.scene();
            fitter = new BodyFitter(model);
        }
        job.people(fitter.fit(job.people(), job.frame().ptsMicros(),
                job.camera().orElseGet(() -> lens.camera(job.frame().width(), job.frame().height()))));
    }

    @Override
    public void close() {}
}
