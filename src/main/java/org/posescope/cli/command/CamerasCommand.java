package org.posescope.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.posescope.frame.camera.CameraDevice;
import org.posescope.frame.camera.Cameras;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the cameras of this machine. */
@Command(name = "cameras",
        description = "List the cameras of this machine and the sizes of their pictures; each can be the input of run by its number.")
public final class CamerasCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<CameraDevice> cameras = Cameras.list();
        if (cameras.isEmpty()) {
            out.println("No camera was found.");
        }
        cameras.forEach(camera -> out.println(camera.number() + "  " + camera.name() + "  " + camera.device()
                + Cameras.sizes(camera).stream().map(size -> "  " + size.width() + "x" + size.height())
                        .collect(Collectors.joining())));
        out.flush();
        return 0;
    }
}
