package org.posescope.app.scene3d;

import java.util.Optional;

import org.posescope.body.BodyModel;

/**
 * A moment to be posed.
 *
 * @param body  model to pose people with
 * @param epoch raised when floor and trails of earlier moments no longer count
 */
record PoseRequest(Moment3d moment, Optional<BodyModel> body, int epoch) {}
