package org.posescope.workshop.body;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.BodyPoser;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.workshop.body.MeshPicture.Camera;
import org.posescope.workshop.body.MeshPicture.Cell;
import org.posescope.workshop.body.surface.BodyPart;

/**
 * Draws the free body in twelve poses from four sides, bare and dressed: {@code assets/body-poses.png}. A program for whoever
 * changes the body, to look at it; run its main method in the project folder.
 */
final class BodyContactSheet {
    private static final int CELL = 240;
    private static final double SPAN = 2.2;
    private static final double PITCH = Math.toRadians(6);
    private static final List<Integer> SIDES = List.of(0, 45, 90, 180);
    private static final Vec3 CLAY = new Vec3(0.85, 0.72, 0.64);
    private static final Map<Integer, Vec3> PALETTE = Map.of(BodyPart.SKIN.number(), new Vec3(0.85, 0.68, 0.58),
            BodyPart.HAIR.number(), new Vec3(0.16, 0.11, 0.08), BodyPart.SHIRT.number(), new Vec3(0.25, 0.42, 0.62),
            BodyPart.TROUSERS.number(), new Vec3(0.18, 0.20, 0.26), BodyPart.SHOES.number(), new Vec3(0.12, 0.12, 0.13),
            BodyPart.EYES.number(), new Vec3(0.25, 0.20, 0.18), BodyPart.LIPS.number(), new Vec3(0.72, 0.42, 0.40),
            BodyPart.BROWS.number(), new Vec3(0.25, 0.18, 0.14));

    private final BodyModel model;
    private final BodyPoser poser;
    private final Vec3[] dressed;
    private final Vec3[] bare;

    private BodyContactSheet(Path file) {
        model = BodyModelReader.read(file);
        poser = new BodyPoser(model);
        Map<String, NdArray> arrays = NpzReader.readAll(file);
        dressed = dressed(arrays.get("part").toInts(), arrays.get("f_part").toInts());
        bare = dressed.clone();
        Arrays.fill(bare, CLAY);
    }

    public static void main(String[] args) {
        Path file = Path.of("models", "body", "posescope-body.npz");
        new BodyContactSheet(file).draw(Path.of("assets", "body-poses.png"));
    }

    /** Features of the face by vertex, so that they are soft; all else by triangle, so that its edges are sharp. */
    private Vec3[] dressed(int[] vertexPart, int[] facePart) {
        int[] faces = model.faces();
        Vec3[] colors = new Vec3[faces.length];
        for (int corner = 0; corner < faces.length; corner++) {
            int part = vertexPart[faces[corner]];
            boolean feature = part >= BodyPart.EYES.number();
            colors[corner] = PALETTE.get(feature ? part : facePart[corner / 3]);
        }
        return colors;
    }

    private void draw(Path output) {
        MeshPicture picture = new MeshPicture(2 * SIDES.size() * CELL, StrongPose.values().length * CELL);
        int row = 0;
        for (StrongPose pose : StrongPose.values()) {
            poser.pose(pose.matrices(), new float[BodyParameters.BETAS], new float[3]);
            Vec3[] points = Bodies.points(poser.vertices());
            int top = row++ * CELL;
            for (int side = 0; side < SIDES.size(); side++) {
                Camera camera = new Camera(Math.toRadians(SIDES.get(side)), PITCH, Vec3.ZERO, SPAN);
                picture.draw(points, model.faces(), bare, camera, new Cell(side * CELL, top, CELL, CELL));
                picture.draw(points, model.faces(), dressed, camera,
                        new Cell((SIDES.size() + side) * CELL, top, CELL, CELL));
            }
        }
        picture.write(output);
    }
}
