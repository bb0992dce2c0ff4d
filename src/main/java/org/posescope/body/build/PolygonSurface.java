package org.posescope.body.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A surface of polygons over blended vertices.
 *
 * @param blends where each vertex is
 * @param faces  corners, counter-clockwise seen from outside
 */
record PolygonSurface(List<Blend> blends, List<int[]> faces) {

    /** An edge, its lower vertex first. */
    private record Edge(int low, int high) {
        static Edge of(int a, int b) {
            return new Edge(Math.min(a, b), Math.max(a, b));
        }
    }

    /**
     * This half of a symmetric surface together with its mirror image; vertices on the middle line are shared.
     *
     * @param mirror gives the blend on the other side, an equal one on the middle line
     */
    PolygonSurface withMirrorImage(UnaryOperator<Blend> mirror, List<Boolean> onMiddle) {
        List<Blend> all = new ArrayList<>(blends);
        int[] twin = new int[blends.size()];
        for (int v = 0; v < twin.length; v++) {
            if (onMiddle.get(v)) {
                twin[v] = v;
            } else {
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
     * One step of the subdivision of Catmull and Clark ("Recursively generated B-spline surfaces", 1978) of a closed surface.
     * The old vertices keep their numbers.
     */
    PolygonSurface subdivided() {
        Map<Edge, List<Integer>> facesOf = new LinkedHashMap<>();
        List<List<Blend>> facePointsAt = lists();
        List<List<Blend>> middlesAt = lists();
        List<Blend> facePoints = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            int[] face = faces.get(f);
            facePoints.add(mean(Arrays.stream(face).mapToObj(blends::get).toList()));
            for (int k = 0; k < face.length; k++) {
                facePointsAt.get(face[k]).add(facePoints.get(f));
                facesOf.computeIfAbsent(Edge.of(face[k], face[(k + 1) % face.length]), e -> new ArrayList<>()).add(f);
            }
        }
        List<Blend> result = new ArrayList<>();
        Map<Edge, Integer> edgePoint = new LinkedHashMap<>();
        List<Blend> edgePoints = new ArrayList<>();
        facesOf.forEach((edge, both) -> {
            Blend low = blends.get(edge.low);
            Blend high = blends.get(edge.high);
            Blend middle = mean(List.of(low, high));
            middlesAt.get(edge.low).add(middle);
            middlesAt.get(edge.high).add(middle);
            edgePoint.put(edge, blends.size() + edgePoints.size());
            edgePoints.add(mean(List.of(low, high, facePoints.get(both.getFirst()), facePoints.get(both.getLast()))));
        });
        for (int v = 0; v < blends.size(); v++) {
            double n = facePointsAt.get(v).size();
            result.add(Blend.sum(new Blend[] {mean(facePointsAt.get(v)), mean(middlesAt.get(v)), blends.get(v)}, 1 / n,
                    2 / n,
                    (n - 3) / n));
        }
        result.addAll(edgePoints);
        int firstFacePoint = result.size();
        result.addAll(facePoints);
        List<int[]> quads = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            int[] face = faces.get(f);
            for (int k = 0; k < face.length; k++) {
                int before = face[(k + face.length - 1) % face.length];
                quads.add(new int[] {face[k], edgePoint.get(Edge.of(face[k], face[(k + 1) % face.length])),
                    firstFacePoint + f, edgePoint.get(Edge.of(before, face[k]))});
            }
        }
        return new PolygonSurface(result, quads);
    }

    private List<List<Blend>> lists() {
        List<List<Blend>> lists = new ArrayList<>();
        blends.forEach(b -> lists.add(new ArrayList<>()));
        return lists;
    }

    private static Blend mean(List<Blend> parts) {
        double[] shares = new double[parts.size()];
        Arrays.fill(shares, 1.0 / shares.length);
        return Blend.sum(parts.toArray(Blend[]::new), shares);
    }
}
