package org.posescope.pose.bottomup;

import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/**
 * Finds all people of a picture in one look. One thread uses it at a time; it owns a session until it is closed. Frames have nothing to
 * do with each other here, so several instances may work on different frames at the same time.
 */
public interface BottomUpPose extends AutoCloseable {
    /**
     * The people of a frame, surest first, not tracked (id 0). Their own keypoints come first and are followed by those of
     * {@link org.posescope.pose.Skeletons#COCO17}, by which people are told apart. Points that were not found have the score 0. Where the
     * network knows space, people have joints and their translation; bodies are fitted later.
     *
     * @param camera that took the frame, for the translation
     * @param steps  told of the steps {@code crop}, {@code infer} and {@code decode}
     */
    List<Person> estimate(Frame frame, Camera camera, StepListener steps);

    @Override
    void close();
}
