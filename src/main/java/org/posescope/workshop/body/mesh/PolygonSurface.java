package org.posescope.workshop.body.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A surface of polygons over blended vertices.
 *
 * @param blends where each vertex is
 * @param faces  corners, counter-clockwise seen from outside
 */
public record PolygonSurface(List<Blend> blends, List<int[]> faces) {

    /** An edge, its lower vertex first. */
    private record Edge(int low, int high) {
        static Edge of(int a, int b) {
            return new Edge(Math.min(a, b), Math.max(a, b));
        }
    }

    /**
     * This half of a symmetric surface together with its mirror image; vertices on the middle line are shared.
     *
     * @param mirror gives the blend on the other side
     */
    public PolygonSurface withMirrorImage(UnaryOperator<Blend> mirror, Predicate<Blend> onMiddle) {
        List<Blend> all = new ArrayList<>(blends);
        int[] twin = new int[blends.size()];
        for (int v = 0; v < twin.length; v++) {
            twin[v] = v;
            if (!onMiddle.test(blends.get(v))) {
                twin[v] = all.size();
                all.add(mirror.apply(blends.get(v)));
            }
        }
        List<int[]> allFaces = new ArrayList<>(faces);
        for (int[] face : faces) {
            int[] turned = new int[face.length];
            Arrays.setAll(turned, k -> twin[face[face.length - 1 - k]]);
            allFaces.add(turned);
        }
        return new PolygonSurface(all, allFaces);
    }

    /**
     * One step of subdivision of a closed surface, which gives a smoother one of quads only (Catmull and Clark, "Recursively
     * generated B-spline surfaces on arbitrary topological meshes", 1978).
     */
    public PolygonSurface subdivided() {
        List<Blend> facePoints = faces.stream().map(face -> mean(Arrays.stream(face).mapToObj(blends::get).toList()))
                .toList();
        Map<Edge, List<Integer>> facesOf = new LinkedHashMap<>();
        List<List<Blend>> facePointsAt = listPerVertex();
        for (int f = 0; f < faces.size(); f++) {
            int[] face = faces.get(f);
            for (int k = 0; k < face.length; k++) {
                facePointsAt.get(face[k]).add(facePoints.get(f));
                facesOf.computeIfAbsent(edge(face, k), e -> new ArrayList<>()).add(f);
            }
        }
        List<List<Blend>> middlesAt = listPerVertex();
        Map<Edge, Integer> edgePoint = new LinkedHashMap<>();
        List<Blend> edgePoints = new ArrayList<>();
        facesOf.forEach((edge, both) -> {
            Blend low = blends.get(edge.low);
            Blend high = blends.get(edge.high);
            Blend middle = Blend.mean(low, high);
            middlesAt.get(edge.low).add(middle);
            middlesAt.get(edge.high).add(middle);
            edgePoint.put(edge, blends.size() + edgePoints.size());
            edgePoints.add(Blend.mean(low, high, facePoints.get(both.getFirst()), facePoints.get(both.getLast())));
        });
        List<Blend> points = new ArrayList<>();
        for (int v = 0; v < blends.size(); v++) {
            double n = facePointsAt.get(v).size();
            Blend[] parts = {mean(facePointsAt.get(v)), mean(middlesAt.get(v)), blends.get(v)};
            points.add(Blend.sum(parts, 1 / n, 2 / n, (n - 3) / n));
        }
        points.addAll(edgePoints);
        int firstFacePoint = points.size();
        points.addAll(facePoints);
        List<int[]> quads = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            int[] face = faces.get(f);
            for (int k = 0; k < face.length; k++) {
                int before = (k + face.length - 1) % face.length;
                quads.add(new int[] {face[k], edgePoint.get(edge(face, k)), firstFacePoint + f,
                    edgePoint.get(edge(face, before))});
            }
        }
        return new PolygonSurface(points, quads);
    }

    private static Edge edge(int[] face, int corner) {
        return Edge.of(face[corner], face[(corner + 1) % face.length]);
    }

    private List<List<Blend>> listPerVertex() {
        List<List<Blend>> lists = new ArrayList<>();
        blends.forEach(b -> lists.add(new ArrayList<>()));
        return lists;
    }

    private static Blend mean(List<Blend> parts) {
        return Blend.mean(parts.toArray(Blend[]::new));
    }
}
