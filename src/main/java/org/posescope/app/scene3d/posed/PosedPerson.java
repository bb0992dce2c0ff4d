package org.posescope.app.scene3d.posed;

import java.util.List;
import java.util.Optional;

import org.posescope.draw.scene.Skeleton3d;
import org.posescope.pose.Vector3;

/**
 * One person, ready to be shown.
 *
 * @param key    tells people of one moment apart, also those without a track identity, and stays theirs while they are tracked
 * @param id     track identity, which gives the colour
 * @param hips   the middle of the hips, world coordinates
 * @param head   somewhere in the head
 * @param extent around all of the person
 */
public record PosedPerson(int key, int id, Optional<PosedBody> body, Skeleton3d joints, List<Trail> trails,
        Vector3 hips,
        Vector3 head, Extent extent) {}
