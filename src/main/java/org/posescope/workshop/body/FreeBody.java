package org.posescope.workshop.body;

import java.util.List;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.shape.JointRegressor;
import org.posescope.workshop.body.shape.ShapeSpace;
import org.posescope.workshop.body.skin.PoseCorrectives;
import org.posescope.workshop.body.skin.SkinWeights;
import org.posescope.workshop.body.surface.BodyPart;
import org.posescope.workshop.body.surface.BodySurface;

/**
 * The finished body.
 *
 * @param rig       its joints
 * @param template  the vertices in T-pose, their mean at the origin
 * @param joints    of the template
 * @param expressions how far each vertex moves, in metres, for each of the {@link org.posescope.body.Expression}s; none where the face is stiff
 * @param parts     what each vertex shows
 * @param faceParts what covers each triangle
 */
record FreeBody(Rig rig, BodySurface surface, List<Vec3> template, List<Vec3> joints, ShapeSpace shapes,
        List<Vec3[]> expressions, PoseCorrectives poses, JointRegressor regressor, SkinWeights weights,
        List<BodyPart> parts,
        List<BodyPart> faceParts) {}
