/** Texture bytes that the page's WebGL contexts have allocated; counted by the bench runner. */
declare var textureBytes: number;
