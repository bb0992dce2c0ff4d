package org.posescope.app.scene3d.posed;

import java.util.Optional;

import org.posescope.body.BodyModel;

/**
 * A moment to be posed.
 *
 * @param body  model to pose people with
 * @param epoch raised when floor and trails of earlier moments no longer count
 */
public record PoseRequest(SceneFrame moment, Optional<BodyModel> body, int epoch) {}
