package org.posescope.app.scene3d.posed;

import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.draw.avatar.Avatar;

/**
 * How the people of a moment are to be shown.
 *
 * @param body       model to pose people with; without one they are shown as joints
 * @param avatar     that they are shown as; empty: as the body
 * @param together   whether people stand at one place, to be compared
 * @param selectedId track identity of the person that stands out; 0 for none
 * @param epoch      raised when floor and trails of earlier moments no longer count
 */
public record Staging(Optional<BodyModel> body, Optional<Avatar> avatar, boolean together, int selectedId, int epoch) {
    /** People are shown as their bodies, and nobody is selected. */
    public Staging(Optional<BodyModel> body, int epoch) {
        this(body, Optional.empty(), false, 0, epoch);
    }
}
