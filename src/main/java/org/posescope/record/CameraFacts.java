package org.posescope.record;

import java.util.Optional;

import org.posescope.body.floor.Ground;
import org.posescope.pose.Camera;

/**
 * What is known of the camera of a frame.
 *
 * @param camera      that people were placed for
 * @param fieldOfView that the longer side of the picture covers, degrees
 * @param ground      the floor as it sees it, as far as it is known by then; empty until somebody stood, or where the world is known
 */
public record CameraFacts(Camera camera, double fieldOfView, Optional<Ground> ground) {}
