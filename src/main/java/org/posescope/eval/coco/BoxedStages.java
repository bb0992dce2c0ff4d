package org.posescope.eval.coco;

import java.util.List;
import java.util.function.Function;

import org.posescope.frame.Frame;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.people.Threads;
import org.posescope.pipeline.people.TopDownNetworks;
import org.posescope.pose.Box;
import org.posescope.pose.topdown.LimitedBatches;

/** The stages for people whose boxes are known, so that a pose network is seen apart from a detector. */
public final class BoxedStages {
    private final TopDownNetworks models;
    private final Function<Frame, List<Box>> boxes;
    private final Threads threads;
    private final int batch;

    /**
     * @param boxes of everybody in a frame, pixels; called on several threads
     * @param batch the most people that one call of the network is for
     */
    public BoxedStages(TopDownNetworks models, Function<Frame, List<Box>> boxes, Threads threads, int batch) {
        this.models = models;
        this.boxes = boxes;
        this.threads = threads;
        this.batch = batch;
    }

    public List<StageSpec> specs() {
        return List.of(new StageSpec("pose", threads.streams(),
                () -> new BoxedPoseStage(new LimitedBatches(models.pose(threads.beside()), batch),
                        frame -> boxes.apply(frame).stream().map(models.view()).toList())));
    }
}
