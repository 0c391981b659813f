import { expect, test } from "vitest";
import { rendererKind } from "./renderer";

test("renderers that draw on the main processor are known by name", () => {
  for (const name of [
    "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
    "llvmpipe (LLVM 15.0.7, 256 bits)",
    "ANGLE (Mesa, llvmpipe (LLVM 17.0.6 256 bits), OpenGL 4.5)",
    "ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0)",
    "Apple Software Renderer",
    "softpipe",
  ])
    expect(rendererKind(name)).toBe("software");
});

test("a name that says nothing is measured like them", () => {
  for (const name of ["", "WebKit WebGL", "Mozilla", "Generic Renderer"])
    expect(rendererKind(name)).toBe("software");
});

test("graphics processors are trusted", () => {
  for (const name of [
    "ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)",
    "ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)",
    "Apple GPU",
    "Mali-G78",
    "Adreno (TM) 650",
  ])
    expect(rendererKind(name)).toBe("hardware");
});
