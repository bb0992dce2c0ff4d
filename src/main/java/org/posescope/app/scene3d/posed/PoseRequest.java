package org.posescope.app.scene3d.posed;

import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.draw.avatar.Avatar;

/**
 * A moment to be posed.
 *
 * @param body   model to pose people with
 * @param avatar that they are shown as; empty: as the body
 * @param together whether people stand at one place, to be compared
 * @param epoch  raised when floor and trails of earlier moments no longer count
 */
public record PoseRequest(SceneFrame moment, Optional<BodyModel> body, Optional<Avatar> avatar, boolean together,
        int epoch) {
    /** People are shown as their bodies. */
    public PoseRequest(SceneFrame moment, Optional<BodyModel> body, int epoch) {
        this(moment, body, Optional.empty(), false, epoch);
    }
}
